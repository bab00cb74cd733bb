import { randomUUID } from 'node:crypto';
import { sendLoad } from '../load.ts';
import type { Bench, Line } from '../measure.ts';
import { type MeasuredServer, startServer } from '../measured-server.ts';
import { bodyOf } from '../servers/record-service.ts';
import { figureOf, interleaved } from '../statistics.ts';

const inFlight = 32;
const callsARound = 4_000;

/** Ratio 5: commands a second with a span each, handed over by OTLP, over the same service without. */
export async function measureTelemetry({ rounds, environment, token, report }: Bench): Promise<Line[]> {
  report('telemetry: with and without');
  const sink = await startServer('span-sink.ts', {});
  const traced = await startServer('record-server.ts', {
    ...environment,
    OTEL_TRACES_EXPORTER: 'otlp',
    OTEL_EXPORTER_OTLP_ENDPOINT: sink.url,
  });
  const silent = await startServer('record-server.ts', { ...environment, OTEL_TRACES_EXPORTER: 'none' });
  const callsPerSecond = async ({ url }: MeasuredServer): Promise<number> => {
    const { seconds } = await sendLoad(url, callsARound, inFlight, (n) => ({
      method: 'POST',
      path: '/v1/records',
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
      body: JSON.stringify(bodyOf(n)),
    }));
    return callsARound / seconds;
  };
  await callsPerSecond(traced);
  await callsPerSecond(silent);
  const pairs = await interleaved(
    rounds,
    () => callsPerSecond(traced),
    () => callsPerSecond(silent),
  );
  if ((await sink.ask<number>('spans')) === 0) throw new Error('no span reached the sink, so nothing was measured');
  await Promise.all([traced.end(), silent.end(), sink.end()]);
  return [
    {
      id: '5',
      what: 'commands/s with telemetry over without',
      unit: 'ratio',
      figure: figureOf(pairs.map(({ one, other }) => one / other)),
      goal: { atLeast: 0.85 },
    },
  ];
}
