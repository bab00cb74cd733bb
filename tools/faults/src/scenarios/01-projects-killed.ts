import { setTimeout as pause } from 'node:timers/promises';
import { conclude } from '../oracle/conclude.ts';
import type { Scenario } from '../scenario.ts';
import type { World } from '../world/world.ts';
import { killAtExactPoints } from './exact-points.ts';

/** Kills the projects service at random moments while clients give commands; with engines of our own, also at the three exact points. */
export const projectsKilled: Scenario = {
  number: 1,
  sentence: 'kill -9 of the projects service loses no acknowledged command and carries none out twice',
  async run(world) {
    const { kills } = world.stage;
    const [projects, reporting] = [await world.service('projects'), await world.service('reporting')];
    await Promise.all([projects.start(), reporting.start()]);
    const driver = world.drive({ door: () => projects.url });
    driver.start();
    const random = world.random.fork('blows');
    let inHand = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      // One in five falls on a service that still starts and sweeps what the one before has left.
      const isStarting = random.whole(5) === 0;
      if (!isStarting) await projects.untilReady();
      await pause(random.whole(isStarting ? 1_500 : 600));
      if (driver.inFlight.length > 0) inHand += 1;
      await projects.kill();
      projects.spawn();
      if (kill % 10 === 0) world.report(`${kill} of ${kills} kills, ${driver.tally.retries} requests were sent again`);
    }
    await projects.untilReady();
    const { findings, duplicates, retries, replays, ...seen } = await conclude(world, { driver, projects: [projects], reporting });
    return {
      findings: [...findings, ...(await exactPoints(world))],
      bites: { kills, 'kills with commands in hand': inHand, 'requests sent again': retries, 'answers repeated': replays, duplicates },
      mustBite: ['kills with commands in hand', 'requests sent again', 'duplicates'],
      figures: { acknowledged: seen.acknowledged, events: seen.events, applied: seen.applied },
    };
  },
};

// The spec of the write path runs among all others where the engines are those of the test run.
const exactPoints = async ({ stage }: World): Promise<string[]> => (stage.own ? killAtExactPoints(stage) : []);
