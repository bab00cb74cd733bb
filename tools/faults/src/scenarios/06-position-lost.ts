import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@xietong/testing';
import { untilReportingHasReadAll } from '../oracle/conclude.ts';
import { readReportingFacts } from '../oracle/reporting-facts.ts';
import type { Scenario } from '../scenario.ts';
import { forgetAll, removeTopic } from '../world/kafka-topic.ts';
import type { ServiceProcess } from '../world/service-process.ts';
import type { World } from '../world/world.ts';

const watchedForMs = 5_000;

/** Takes away what reporting has not read yet, and then the topic under it: it halts each time, says why, and skips nothing. */
export const positionLost: Scenario = {
  number: 6,
  sentence: 'a position beyond retention or the log end halts reporting: it is unready, says what to do, and skips nothing',
  async run(world) {
    const [projects, reporting] = [await world.service('projects'), await world.service('reporting')];
    await Promise.all([projects.start(), reporting.start()]);
    const driver = world.drive({ door: () => projects.url });
    driver.start();
    await until('events are counted', () => driver.acknowledgements().length > 200, 60_000);
    await reporting.terminate();
    const counted = await readReportingFacts(world.dataDir, world.topic);
    const readBefore = driver.acknowledgements().length;
    await until('more events are published', () => driver.acknowledgements().length > readBefore + 200, 60_000);
    await driver.stop();
    await until('the outboxes are empty', async () => (await world.store.waitingCount()) === 0);

    await forgetAll(world.credentials, world.topic);
    const beyondRetention = await haltOf(world, reporting, 'events were deleted before they were read', counted.applied.length);
    await removeTopic(world.credentials, world.topic);
    await world.makeTopic();
    const beyondEnd = await haltOf(world, reporting, 'the topic is shorter than what was read before', counted.applied.length);

    // What the sentence tells an operator who accepts the loss.
    rmSync(world.dataDir, { recursive: true });
    await reporting.start();
    await untilReportingHasReadAll(world, reporting);
    await Promise.all([projects.terminate(), reporting.terminate()]);
    return {
      findings: [...beyondRetention, ...beyondEnd],
      bites: { 'events taken away unread': driver.acknowledgements().length - readBefore, halts: 2 },
      mustBite: ['events taken away unread'],
      figures: { acknowledged: driver.acknowledgements().length, 'applied before': counted.applied.length },
    };
  },
};

/** Starts reporting and watches it; says how it does not halt as it must. */
async function haltOf(world: World, reporting: ServiceProcess, reason: string, appliedBefore: number): Promise<string[]> {
  reporting.spawn();
  let told = '';
  const isHalted = async (): Promise<boolean> => (told = (await reporting.readiness()).text).includes('halted');
  const findings: string[] = [];
  await until('reporting says that it has halted', isHalted, 60_000).catch((fault: unknown) => findings.push(String(fault)));
  const giveUpAtMs = performance.now() + watchedForMs;
  while (performance.now() < giveUpAtMs) {
    const { status } = await reporting.readiness();
    if (status !== 503) findings.push(`it answered ${status} to the question whether it is ready, although its position is lost`);
    await pause(500);
  }
  await reporting.terminate();
  const { applied } = await readReportingFacts(world.dataDir, world.topic);
  return [
    ...new Set(findings),
    ...(told.includes(reason) ? [] : [`it does not say that ${reason}: ${told}`]),
    ...(/Nothing was skipped/.test(told) && /restart/.test(told) ? [] : [`it does not say what to do: ${told}`]),
    ...(applied.length === appliedBefore ? [] : [`it applied ${applied.length - appliedBefore} events although it had halted`]),
  ];
}
