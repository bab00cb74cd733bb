import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Blow, blowPoints, blowVariable } from '../children/blow.ts';
import { conclude } from '../oracle/conclude.ts';
import type { Scenario } from '../scenario.ts';

/** Kills reporting before, in the middle of and after the writing of a batch, while events go on coming. */
export const reportingKilled: Scenario = {
  number: 2,
  sentence: 'kill -9 of reporting before, during and after apply and commit: each event is counted once, and a rebuild agrees',
  async run(world) {
    const { kills } = world.stage;
    const strikes = join(world.folder, 'strikes');
    const projects = await world.service('projects');
    const reporting = await world.service('reporting', { file: join(import.meta.dirname, '..', 'children', 'reporting-struck.ts') });
    await projects.start();
    const driver = world.drive({ door: () => projects.url, restMsMax: 20 });
    driver.start();
    const random = world.random.fork('blows');
    for (let kill = 1; kill <= kills * blowPoints.length; kill += 1) {
      const point = blowPoints[kill % blowPoints.length] as Blow['point'];
      const blow: Blow = { point, onBatch: 1 + random.whole(5), delayMs: random.whole(12), strikes };
      reporting.spawn({ [blowVariable]: JSON.stringify(blow) });
      const ended = await reporting.ended;
      if (ended !== 'SIGKILL') throw new Error(`reporting ended by itself (${ended}):\n${reporting.lastWords()}`);
      if (kill % 10 === 0) world.report(`${kill} of ${kills * blowPoints.length} kills, ${driver.acknowledgements().length} acknowledged`);
    }
    await reporting.start();
    const { findings, acknowledged, events, applied } = await conclude(world, { driver, projects: [projects], reporting });
    const struck = readFileSync(strikes, 'utf8').trim().split('\n');
    const at = (point: Blow['point']): number => struck.filter((line) => line === point).length;
    return {
      findings,
      bites: { 'kills before a write': at('before'), 'in the middle of one': at('during'), 'after one': at('after') },
      mustBite: ['kills before a write', 'in the middle of one', 'after one'],
      figures: { acknowledged, events, applied },
    };
  },
};
