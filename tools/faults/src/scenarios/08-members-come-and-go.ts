import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@xietong/testing';
import { Applying } from '../children/applying.ts';
import { conclude } from '../oracle/conclude.ts';
import type { Scenario } from '../scenario.ts';
import type { ServiceProcess } from '../world/service-process.ts';
import type { World } from '../world/world.ts';

const membersAtOnce = 4;
const changeEveryMs = 5_000;
const killsEach = 10;
const restWithinMs = 180_000;

/** Lets members of one consumer group join and leave, some by `kill -9`, each with one handler that outlasts its session. */
export const membersComeAndGo: Scenario = {
  number: 8,
  sentence: 'while members join and leave every 5 s and handlers outlast their session, each event has one effect',
  async run(world) {
    const [projects, reporting] = [await world.service('projects'), await world.service('reporting')];
    await Promise.all([projects.start(), reporting.start()]);
    const driver = world.drive({ door: () => projects.url, clients: 3, restMsMax: 100 });
    driver.start();
    const { changes, kills } = await changeMembers(world);
    await driver.stop();
    await until('every event has been applied', async () => (await miscounted(world)).length === 0, restWithinMs).catch(() => undefined);
    const wrong = await miscounted(world);
    const { findings, acknowledged, events } = await conclude(world, { driver, projects: [projects], reporting });
    const applyings = applyingsIn(appliedFileOf(world));
    return {
      findings: [...findings, ...wrong],
      bites: {
        'members that came and went': changes,
        'of them by kill -9': kills,
        'handlers that outlasted a session': applyings.filter(({ isSlow }) => isSlow).length,
        'events handled again': applyings.length - new Set(applyings.map(({ id }) => id)).size,
        'results of an owner that had lost its place': staleResults(applyings),
      },
      mustBite: ['handlers that outlasted a session', 'events handled again', 'results of an owner that had lost its place'],
      figures: { acknowledged, events },
    };
  },
};

const appliedFileOf = ({ folder }: World): string => join(folder, 'applied.jsonl');

/** Replaces the oldest member every five seconds; ends with members that are never slow, so that the rest is worked off. */
async function changeMembers(world: World): Promise<{ changes: number; kills: number }> {
  const random = world.random.fork('members');
  const file = join(import.meta.dirname, '..', 'children', 'counting-member.ts');
  const members: ServiceProcess[] = [];
  const leaving: Promise<unknown>[] = [];
  const changes = Math.max(8, Math.ceil(world.stage.kills / killsEach));
  let kills = 0;
  for (let change = 1; change <= changes + membersAtOnce; change += 1) {
    const slowOn = change <= changes ? String(3 + random.whole(20)) : '0';
    const environment = { FAULTS_APPLIED_FILE: appliedFileOf(world), FAULTS_SLOW_ON: slowOn };
    const member = await world.service('projects', { name: `member-${change}`, file, environment });
    member.spawn();
    members.push(member);
    const oldest = members.length > membersAtOnce ? members.shift() : undefined;
    const isKilled = random.whole(2) === 0;
    if (oldest && isKilled) kills += 1;
    if (oldest) leaving.push(isKilled ? oldest.kill() : oldest.terminate());
    world.report(`${change} members have come, ${change - members.length} have gone`);
    await pause(changeEveryMs);
  }
  await Promise.all(leaving);
  return { changes: leaving.length, kills };
}

/** Projects whose count of applied events is not their version. */
async function miscounted({ store }: World): Promise<string[]> {
  const counts = new Map((await store.counted()).map(({ subject, count }) => [subject, count]));
  return (await store.documents())
    .filter(({ subject, version }) => subject.startsWith('project/') && counts.get(subject) !== version)
    .map(({ subject, version }) => `${subject} stands at version ${version}, but ${counts.get(subject) ?? 0} of its events had an effect`);
}

const applyingsIn = (file: string): Applying[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Applying.parse(JSON.parse(line)));

/** How many results came after another process had already worked out the same event. */
function staleResults(applyings: readonly Applying[]): number {
  const first = new Map<string, Applying>();
  for (const applying of [...applyings].sort((one, other) => one.endedAtMs - other.endedAtMs))
    if (!first.has(applying.id)) first.set(applying.id, applying);
  return applyings.filter(({ id, pid, isSlow }) => isSlow && first.get(id)?.pid !== pid).length;
}
