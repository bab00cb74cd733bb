import { beginning, planYear, runYear, wholeYear, withDemoPlatform } from '@xietong/demo-year';
import type { Bench, Line } from '../measure.ts';
import { figureOf } from '../statistics.ts';

/** A year takes about a minute, and its spread is small beside its goal. */
const roundsMax = 3;

/** A year of a city's programme, from the platform being up to the last figure, on a platform of its own each time. */
export async function measureDemoYear({ rounds, report }: Bench): Promise<Line[]> {
  const seconds: number[] = [];
  for (let round = 1; round <= Math.min(rounds, roundsMax); round += 1) {
    report(`demo-year: round ${round}`);
    const outcome = await withDemoPlatform({ startsAt: beginning, report }, (platform) => runYear(platform, planYear('2022', wholeYear)));
    if (!outcome.agrees) throw new Error('reporting does not count what the script counted: npm run demo:year says where');
    seconds.push(outcome.seconds);
  }
  return [
    {
      id: 'demo-year',
      what: 'a year of 320 applications, from the platform being up to its figures',
      unit: 's',
      figure: figureOf(seconds),
      goal: { atMost: 60 },
    },
  ];
}
