import { randomUUID } from 'node:crypto';
import { type Call, sendLoad } from '../load.ts';
import type { Bench, Line } from '../measure.ts';
import { type MeasuredServer, startServer } from '../measured-server.ts';
import { bodyOf } from '../servers/record-service.ts';
import { figureOf, interleaved } from '../statistics.ts';

/** One round of one side. */
interface Round {
  readonly cpuMicrosPerCall: number;
  readonly callsPerSecond: number;
}

const cases = [
  { what: 'create at 32 in flight', kind: 'create', inFlight: 32, count: 3_000, atMost: 1.0 },
  { what: 'update at 32 in flight', kind: 'update', inFlight: 32, count: 3_000, atMost: 1.5 },
  { what: 'create one at a time', kind: 'create', inFlight: 1, count: 1_000, atMost: 2.0 },
  { what: 'update one at a time', kind: 'update', inFlight: 1, count: 1_000, atMost: 3.0 },
] as const;

/** Ratio 4: CPU and requests a second of a command over bare Express with JSON and the driver's insertOne. */
export async function measureCommands(bench: Bench): Promise<Line[]> {
  const database = `bench-${randomUUID()}`;
  const bare = await startServer('bare-server.ts', { XIETONG_MONGO_URL: bench.engines.mongo.url, BENCH_DATABASE: database });
  const ours = await startServer('record-server.ts', bench.environment);
  const ids = await createRecords(ours, bench, 200);
  const lines: Line[] = [];
  // Both processes warm up before the first round that counts.
  await round(bare, 1_000, 32, bareCall);
  await round(ours, 1_000, 32, createCall(bench));
  for (const { what, kind, inFlight, count, atMost } of cases) {
    bench.report(`commands: ${what}`);
    const call = kind === 'create' ? createCall(bench) : updateCall(bench, ids);
    const pairs = await interleaved(
      bench.rounds,
      () => round(ours, count, inFlight, call),
      () => round(bare, count, inFlight, bareCall),
    );
    const cpu = figureOf(pairs.map(({ one, other }) => one.cpuMicrosPerCall / other.cpuMicrosPerCall));
    const speed = figureOf(pairs.map(({ one, other }) => one.callsPerSecond / other.callsPerSecond));
    lines.push({ id: '4', what: `${what}: CPU over bare`, unit: 'ratio', figure: cpu, goal: { atMost } });
    lines.push({ id: '4', what: `${what}: requests/s over bare`, unit: 'ratio', figure: speed });
    lines.push({ id: '4', what: `${what}: requests/s`, unit: '1/s', figure: figureOf(pairs.map(({ one }) => one.callsPerSecond)) });
  }
  await Promise.all([bare.end(), ours.end()]);
  return lines;
}

async function round(server: MeasuredServer, count: number, inFlight: number, callOf: (n: number) => Call): Promise<Round> {
  const before = await server.usage();
  const { seconds } = await sendLoad(server.url, count, inFlight, callOf);
  const after = await server.usage();
  return { cpuMicrosPerCall: (after.cpuMicros - before.cpuMicros) / count, callsPerSecond: count / seconds };
}

async function createRecords(server: MeasuredServer, bench: Bench, count: number): Promise<string[]> {
  const { replies } = await sendLoad(server.url, count, 32, createCall(bench));
  return replies.map((reply) => (JSON.parse(reply) as { id: string }).id);
}

const bareCall = (n: number): Call => ({ method: 'POST', path: '/bare', headers: {}, body: JSON.stringify(bodyOf(n)) });

/** Writes a record of about 1 KB, under a key of its own. */
export const createCall =
  ({ token }: Bench) =>
  (n: number): Call => ({
    method: 'POST',
    path: '/v1/records',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify(bodyOf(n)),
  });

const updateCall =
  ({ token }: Bench, ids: readonly string[]) =>
  (n: number): Call => ({
    method: 'POST',
    path: `/v1/records/${ids[n % ids.length]}/revise`,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), 'if-match': '*' },
    body: JSON.stringify(bodyOf(n)),
  });
