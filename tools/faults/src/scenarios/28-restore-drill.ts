import { join } from 'node:path';
import { until } from '@xietong/testing';
import type { TimedAcknowledgement } from '../driver/acknowledgement-file.ts';
import type { Clients, Driver } from '../driver/driver.ts';
import { amendmentOf, registrationOf } from '../driver/order.ts';
import { sendOrder } from '../driver/send-order.ts';
import { conclude } from '../oracle/conclude.ts';
import type { Scenario } from '../scenario.ts';
import { readTopic } from '../world/kafka-topic.ts';
import { runTool } from '../world/operator-tool.ts';
import type { ServiceProcess } from '../world/service-process.ts';
import type { World } from '../world/world.ts';

const commandsEach = 200;
/** So many commands are acknowledged that never reach the broker, and so are lost with the store. */
const unpublishedMin = 20;
const database = 'xietong-projects';

/** The drill of `docs/operating.md`: a backup under load, the whole store lost later, and all of it put back. */
export const restoreDrill: Scenario = {
  number: 28,
  sentence: 'a store that is lost comes back from its backup and the topics: no version is used again, and what is lost is named',
  async run(world) {
    const [projects, reporting] = [await world.service('projects'), await world.service('reporting')];
    await Promise.all([projects.start(), reporting.start()]);
    const earlier = world.drive({ door: () => projects.url });
    const kept = registrationOf(world.agency, 'kept', 'kept', world.random);
    await earlier.give(kept);
    const lost = await loseEverything(world, earlier, projects);

    const restored = await runTool(world, 'backup', ['restore', '--from', lost.folder]);
    world.report(restored.output.split('\n').at(-2) ?? '');
    const fate = await fateOf(world, earlier.acknowledgements());
    await projects.start();
    const later = world.drive({ door: () => projects.url, names: 'later' });
    const repeated = await sendOrder(kept, { url: projects.url, token: world.token });
    later.start();
    await goOn(world, later, [...fate.rolledForward, ...fate.lost]);
    const { findings, acknowledged, events, applied } = await conclude(world, {
      driver: survivorsAnd(later, fate.backedUp),
      projects: [projects],
      reporting,
    });
    const audited = await runTool(world, 'audit', ['verify', '--database', database, '--seals', 'broker']);
    return {
      findings: [
        ...lost.findings,
        ...(restored.code === 0 ? [] : [`the restore ended with ${restored.code}: ${restored.output}`]),
        ...(audited.code === 0 ? [] : [`the audit ended with ${audited.code}: ${audited.output}`]),
        ...fate.lost
          .filter(({ atMs }) => atMs < lost.startedAtMs)
          .map(({ key }) => `${key} was acknowledged before the backup began, and is lost`),
        ...notNamed(fate.rolledForward, restored.output),
        ...(repeated.kind === 'acknowledged' && repeated.replayed
          ? []
          : ['a key from before the backup did not get its first answer again']),
        ...(await usedAgain(world)),
        ...earlier.tally.refusals.map((refusal) => `a sound command was refused before the loss: ${refusal}`),
        ...findings,
      ],
      bites: {
        'acknowledged before the backup': fate.backedUp.length,
        'younger than the backup, from the topic': fate.rolledForward.length,
        'never published, so lost': fate.lost.length,
      },
      mustBite: ['acknowledged before the backup', 'younger than the backup, from the topic', 'never published, so lost'],
      figures: { acknowledged, events, applied },
    };
  },
};

/** Takes a backup under load, lets commands go on, cuts the broker off, and drops the store; resolves when only the store is missing. */
async function loseEverything(world: World, driver: Driver, projects: ServiceProcess) {
  const own = world.ownEngines;
  const count = (): number => driver.acknowledgements().length;
  const more = async (what: string, by: number): Promise<void> => {
    const before = count();
    await until(what, () => count() >= before + by, 120_000);
  };
  driver.start();
  await more('commands are acknowledged', commandsEach);
  const startedAtMs = Date.now();
  const folder = join(world.folder, 'backup');
  const backup = await runTool(world, 'backup', ['backup', '--to', folder, '--database', database]);
  world.report(backup.output.trim());
  await more('commands are acknowledged after the backup', commandsEach);
  await own.kill('kafka');
  await more('commands wait for the broker', unpublishedMin);
  await driver.stop();
  await projects.kill();
  await world.store.lose();
  await own.heal();
  return { folder, startedAtMs, findings: backup.code === 0 ? [] : [`the backup ended with ${backup.code}: ${backup.output}`] };
}

interface Fate {
  /** Its receipt is there as well. */
  readonly backedUp: readonly TimedAcknowledgement[];
  readonly rolledForward: readonly TimedAcknowledgement[];
  readonly lost: readonly TimedAcknowledgement[];
}

/** What became of each acknowledged command in the restored store. */
async function fateOf({ store }: World, acknowledgements: readonly TimedAcknowledgement[]): Promise<Fate> {
  const versions = new Map((await store.documents()).map(({ subject, version }) => [subject, version]));
  const withoutReceipt = new Set(
    (await store.journal()).filter(({ endsCommand }) => !endsCommand).map(({ subject, version }) => `${subject}/${version}`),
  );
  const fates = Map.groupBy(acknowledgements, ({ subject, version }) => {
    if (version > (versions.get(subject) ?? 0)) return 'lost';
    return withoutReceipt.has(`${subject}/${version}`) ? 'rolledForward' : 'backedUp';
  });
  return { backedUp: fates.get('backedUp') ?? [], rolledForward: fates.get('rolledForward') ?? [], lost: fates.get('lost') ?? [] };
}

function notNamed(commands: readonly TimedAcknowledgement[], output: string): string[] {
  const named = new Map(
    [...output.matchAll(/^ {2}(\S+): version (\d+)(?: to (\d+))?$/gm)].map(([, subject, from, to = from]) => [
      subject,
      { from: Number(from), to: Number(to) },
    ]),
  );
  return commands
    .filter(({ subject, version }) => !(version >= (named.get(subject)?.from ?? Infinity) && version <= (named.get(subject)?.to ?? 0)))
    .map(({ key }) => `${key} came back from the topic, and the restore did not name it`);
}

/** Gives commands to the very aggregates whose newest versions are not from the backup. */
async function goOn(world: World, driver: Driver, touched: readonly TimedAcknowledgement[]): Promise<void> {
  const there = new Set((await world.store.documents()).map(({ subject }) => subject));
  const subjects = [...new Set(touched.map(({ subject }) => subject))].filter((subject) => there.has(subject));
  for (const [n, subject] of subjects.entries())
    await driver.give(amendmentOf(subject.slice('project/'.length), `touched-${n}`, world.random.fork(subject)));
  const before = driver.acknowledgements().length;
  await until('commands are acknowledged after the restore', () => driver.acknowledgements().length > before + 100, 120_000);
}

const survivorsAnd = (later: Driver, backedUp: readonly TimedAcknowledgement[]): Clients => ({
  stop: () => later.stop(),
  get tally() {
    return later.tally;
  },
  acknowledgements: () => [...backedUp, ...later.acknowledgements()],
});

/** Versions that stand in the topic with two texts. */
async function usedAgain({ credentials, topic }: World): Promise<string[]> {
  const texts = new Map<string, string>();
  const again = new Set<string>();
  for (const { value } of await readTopic(credentials, topic)) {
    const body = value.toString('utf8');
    const { id } = JSON.parse(body) as { id: string };
    if ((texts.get(id) ?? body) !== body) again.add(id);
    texts.set(id, body);
  }
  return [...again].map((id) => `${id} stands in the topic with two texts: its version was used again`);
}
