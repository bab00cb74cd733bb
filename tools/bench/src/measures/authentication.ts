import { type Call, callsPerSecond } from '../load.ts';
import type { Bench, Line } from '../measure.ts';
import { type MeasuredServer, startServer } from '../measured-server.ts';
import { figureOf, interleaved, shortRounds } from '../statistics.ts';

const inFlight = 32;
const callsARound = 6_000;

/** Ratio 6: requests a second with one valid token repeated, over the same without verification. */
export async function measureAuthentication({ rounds, environment, token, report }: Bench): Promise<Line[]> {
  report('authentication: with and without');
  const strict = await startServer('reading-server.ts', { ...environment, BENCH_VERIFIES: 'yes' });
  const believing = await startServer('reading-server.ts', { ...environment, BENCH_VERIFIES: 'no' });
  const read = (): Call => ({ method: 'GET', path: '/v1/records/one', headers: { authorization: `Bearer ${token}` } });
  const perSecond = ({ url }: MeasuredServer): Promise<number> => callsPerSecond(url, callsARound, inFlight, read);
  await perSecond(strict);
  await perSecond(believing);
  const pairs = await interleaved(
    shortRounds(rounds),
    () => perSecond(strict),
    () => perSecond(believing),
  );
  await Promise.all([strict.end(), believing.end()]);
  return [
    {
      id: '6',
      what: 'requests/s with a verified token over without',
      unit: 'ratio',
      figure: figureOf(pairs.map(({ one, other }) => one / other)),
      goal: { atLeast: 0.9 },
    },
  ];
}
