import { sendLoad } from '../load.ts';
import type { Bench, Line } from '../measure.ts';
import { type MeasuredServer, startServer } from '../measured-server.ts';
import { figureOf, interleaved } from '../statistics.ts';

const inFlight = 32;
const callsARound = 6_000;

/** Ratio 6: requests a second with one valid token repeated, over the same without verification. */
export async function measureAuthentication({ rounds, environment, token, report }: Bench): Promise<Line[]> {
  report('authentication: with and without');
  const strict = await startServer('reading-server.ts', { ...environment, BENCH_VERIFIES: 'yes' });
  const believing = await startServer('reading-server.ts', { ...environment, BENCH_VERIFIES: 'no' });
  const callsPerSecond = async ({ url }: MeasuredServer): Promise<number> => {
    const { seconds } = await sendLoad(url, callsARound, inFlight, () => ({
      method: 'GET',
      path: '/v1/records/one',
      headers: { authorization: `Bearer ${token}` },
    }));
    return callsARound / seconds;
  };
  await callsPerSecond(strict);
  await callsPerSecond(believing);
  const pairs = await interleaved(
    rounds,
    () => callsPerSecond(strict),
    () => callsPerSecond(believing),
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
