import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@xietong/testing';
import type { Driver } from '../driver/driver.ts';
import { conclude } from '../oracle/conclude.ts';
import type { Scenario } from '../scenario.ts';
import type { OwnEngines } from '../world/engines.ts';
import { mayMount, putOnSmallDisk } from '../world/small-disk.ts';
import type { World } from '../world/world.ts';

/** A restart of mongod takes seconds, so it is killed more rarely than a service. */
const killsEach = 20;
const fullForMs = 10_000;

/** Kills mongod, and fills its disk, while clients give commands. */
export const storeLost: Scenario = {
  number: 9,
  sentence: 'with mongod killed or its disk full commands are answered 503; no state is half, and what was acknowledged survives',
  async run(world) {
    const own = world.ownEngines;
    const [projects, reporting] = [await world.service('projects'), await world.service('reporting')];
    await Promise.all([projects.start(), reporting.start()]);
    const driver = world.drive({ door: () => projects.url });
    driver.start();
    const kills = await killStore(world, own, driver);
    const full = mayMount() ? await fillDisk(world, own, driver) : {};
    await projects.untilReady();
    const { findings, unavailable, retries, duplicates, ...seen } = await conclude(world, { driver, projects: [projects], reporting });
    if (!mayMount()) world.report('the disk was not filled: that takes the right to mount a small one');
    return {
      findings,
      bites: { 'mongod kills': kills, ...full, 'answers 503': unavailable, 'requests sent again': retries, duplicates },
      mustBite: ['mongod kills', 'answers 503', 'requests sent again', ...Object.keys(full)],
      figures: { acknowledged: seen.acknowledged, events: seen.events, applied: seen.applied },
    };
  },
};

async function killStore({ stage, random }: World, own: OwnEngines, driver: Driver): Promise<number> {
  const blows = random.fork('blows');
  const kills = Math.ceil(stage.kills / killsEach);
  for (let kill = 1; kill <= kills; kill += 1) {
    await pause(blows.whole(2_000));
    await own.kill('mongo');
    await pause(blows.whole(8_000));
    await own.heal();
    await untilAcknowledgedAgain(driver);
    stage.report(`mongod killed ${kill} of ${kills} times, ${driver.tally.answers['503'] ?? 0} answers 503`);
  }
  return kills;
}

/** Lets mongod's disk run full for a while; counts the answers 503 that this brought. */
async function fillDisk({ stage }: World, own: OwnEngines, driver: Driver): Promise<Record<string, number>> {
  await own.end('mongo');
  const disk = putOnSmallDisk(join(own.stateDir, 'mongo', 'data'));
  try {
    await own.heal();
    await untilAcknowledgedAgain(driver);
    const before = driver.tally.answers['503'] ?? 0;
    disk.fill();
    stage.report('the disk of mongod is full');
    await until('a full disk is felt', () => (driver.tally.answers['503'] ?? 0) > before, 60_000);
    await pause(fullForMs);
    stage.report(`mongod ${own.isRunning('mongo') ? 'still runs' : 'has given up'} on its full disk`);
    const felt = (driver.tally.answers['503'] ?? 0) - before;
    disk.relieve();
    await own.heal();
    await untilAcknowledgedAgain(driver);
    return { 'answers 503 on a full disk': felt };
  } finally {
    await own.end('mongo');
    disk.remove();
    await own.heal();
  }
}

async function untilAcknowledgedAgain(driver: Driver): Promise<void> {
  const before = driver.acknowledgements().length;
  await until('commands are acknowledged again', () => driver.acknowledgements().length > before, 60_000);
}
