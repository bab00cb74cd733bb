import { setTimeout as pause } from 'node:timers/promises';
import { conclude } from '../oracle/conclude.ts';
import { readMetric } from '../world/read-metric.ts';
import type { Scenario } from '../scenario.ts';

const outageMs = { usual: 60_000, long: 600_000 };
const outboxDepth = 'xietong_outbox_documents';

/** Kills the broker and leaves it dead for a while: commands go on, the outbox shows it, and empties afterwards. */
export const brokerDown: Scenario = {
  number: 4,
  sentence: 'with the broker down every command is still answered 2xx; the outbox shows its depth, and drains to zero',
  async run(world) {
    const own = world.ownEngines;
    const { long } = world.stage;
    const [projects, reporting] = [await world.service('projects'), await world.service('reporting')];
    await Promise.all([projects.start(), reporting.start()]);
    // Paced like people at work: what one document may keep waiting is limited, and the limit is another check.
    const driver = world.drive({ door: () => projects.url, restMsMax: 200 });
    driver.start();
    await own.kill('kafka');
    const before = driver.tally;
    const depths: number[] = [];
    const endsAtMs = performance.now() + (long ? outageMs.long : outageMs.usual);
    while (performance.now() < endsAtMs) {
      await pause(1_000);
      depths.push(await readMetric(projects.url, outboxDepth));
      if (depths.length % 10 === 0) world.report(`broker down for ${depths.length} s, ${depths.at(-1)} documents wait`);
    }
    const { answers } = driver.tally;
    const readiness = await projects.readiness();
    await own.heal();
    const findings = Object.entries(answers)
      .filter(([status]) => !status.startsWith('2'))
      .map(([status, count]) => `${count} requests were answered ${status}, not 2xx`);
    if (readiness.status !== 200) findings.push(`a balancer would turn commands away: ${readiness.text}`);
    if (!/"kafka":"(?!up")/.test(readiness.text)) findings.push(`readiness does not name the broker that is down: ${readiness.text}`);
    await driver.stop();
    const left = await drained(projects.url);
    if (left > 0) findings.push(`${left} documents still wait two minutes after the broker came back`);
    const concluded = await conclude(world, { driver, projects: [projects], reporting });
    const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0);
    return {
      findings: [...findings, ...concluded.findings],
      bites: {
        'seconds without a broker': depths.length,
        'documents waiting at most': Math.max(...depths),
        '2xx meanwhile': sum(answers) - sum(before.answers),
        duplicates: concluded.duplicates,
      },
      mustBite: ['documents waiting at most', '2xx meanwhile'],
      figures: { acknowledged: concluded.acknowledged, events: concluded.events, applied: concluded.applied },
    };
  },
};

/** What the depth comes down to within two minutes. */
async function drained(url: string): Promise<number> {
  const giveUpAtMs = performance.now() + 120_000;
  for (;;) {
    const depth = await readMetric(url, outboxDepth);
    if (depth === 0 || performance.now() > giveUpAtMs) return depth;
    await pause(200);
  }
}
