import { callsPerSecond } from '../load.ts';
import type { Bench, Line } from '../measure.ts';
import { type MeasuredServer, startServer } from '../measured-server.ts';
import { figureOf, interleaved } from '../statistics.ts';
import { createCall } from './commands.ts';

const inFlight = 32;
const callsARound = 4_000;

/** Ratio 5: commands a second with a span each, handed over by OTLP, over the same service without. */
export async function measureTelemetry(bench: Bench): Promise<Line[]> {
  const { rounds, environment, report } = bench;
  report('telemetry: with and without');
  const sink = await startServer('span-sink.ts', {});
  const traced = await startServer('record-server.ts', {
    ...environment,
    OTEL_TRACES_EXPORTER: 'otlp',
    OTEL_EXPORTER_OTLP_ENDPOINT: sink.url,
  });
  const silent = await startServer('record-server.ts', { ...environment, OTEL_TRACES_EXPORTER: 'none' });
  const perSecond = ({ url }: MeasuredServer): Promise<number> => callsPerSecond(url, callsARound, inFlight, createCall(bench));
  await perSecond(traced);
  await perSecond(silent);
  const pairs = await interleaved(
    rounds,
    () => perSecond(traced),
    () => perSecond(silent),
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
