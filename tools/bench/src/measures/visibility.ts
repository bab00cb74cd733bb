import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RegisterProject } from '@xietong/contracts-projects';
import { atRate } from '../arrival-rate.ts';
import { bareKafka, makeTopic } from '../bare-kafka.ts';
import { type Call, sendAtRate, sendLoad } from '../load.ts';
import type { Bench, Line } from '../measure.ts';
import { type MeasuredServer, startServer } from '../measured-server.ts';
import { sharedNowMs } from '../servers/measured-process.ts';
import { figureOf, interleaved, quantileOf } from '../statistics.ts';

const secondsARound = 8;
const bareTopic = 'bench-visibility';

/** Ratio 10: from a 2xx to a figure that counts it, at half of what the platform can take, over bare produce to consume of as many messages. */
export async function measureVisibility(bench: Bench): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-bench-visible-'));
  await makeTopic(bench.kafka, bareTopic);
  const projects = await startServer('projects-server.ts', bench.environment);
  const reporting = await startServer('reporting-server.ts', { ...bench.environment, XIETONG_DATA_DIR: folder });
  const bare = await startServer('bare-consumer.ts', { BENCH_BARE: JSON.stringify({ ...bench.kafka, topic: bareTopic }) });

  await sendLoad(projects.url, 1_000, 32, registerCall(bench));
  const { seconds } = await sendLoad(projects.url, 2_000, 32, registerCall(bench));
  const rate = Math.round(2_000 / seconds / 2);
  bench.report(`visibility: ${rate} projects a second`);
  const producer = bareKafka(bench.kafka).producer();
  await producer.connect();
  const pairs = await interleaved(
    bench.rounds,
    () => projectsToFigures(projects, reporting, rate, registerCall(bench)),
    () => produceToConsume(bare, rate, (key, value) => producer.send({ topic: bareTopic, acks: -1, messages: [{ key, value }] })),
  );
  await producer.disconnect();
  await Promise.all([projects.end(), reporting.end(), bare.end()]);
  rmSync(folder, { recursive: true });
  const p99 = (latencies: readonly number[]) => quantileOf(latencies, 0.99);
  return [
    { id: '10', what: 'rate of arrival, half of the capacity', unit: '1/s', figure: figureOf([rate]) },
    {
      id: '10',
      what: 'from 2xx to visible figure, p99',
      unit: 'ms',
      figure: figureOf(pairs.map(({ one }) => p99(one))),
      goal: { atMost: 60 },
    },
    { id: '10', what: 'from 2xx to visible figure, p50', unit: 'ms', figure: figureOf(pairs.map(({ one }) => quantileOf(one, 0.5))) },
    { id: '10', what: 'bare produce to consume, p99', unit: 'ms', figure: figureOf(pairs.map(({ other }) => p99(other))) },
    {
      id: '10',
      what: '2xx to visible figure over bare produce to consume, p99',
      unit: 'ratio',
      figure: figureOf(pairs.map(({ one, other }) => p99(one) / p99(other))),
      goal: { atMost: 4 },
    },
  ];
}

/** Latencies in ms, one for each project. */
async function projectsToFigures(
  projects: MeasuredServer,
  reporting: MeasuredServer,
  rate: number,
  callOf: (n: number) => Call,
): Promise<number[]> {
  const replies = await sendAtRate(projects.url, rate, secondsARound, callOf);
  const seen = await seenAt(
    reporting,
    replies.map(({ reply }) => (JSON.parse(reply) as { id: string }).id),
  );
  // A figure may count a project before its answer has reached the caller.
  return replies.map(({ atMs }, n) => Math.max(0, (seen[n] as number) - atMs));
}

async function produceToConsume(
  bare: MeasuredServer,
  rate: number,
  send: (key: string, value: string) => Promise<unknown>,
): Promise<number[]> {
  const value = JSON.stringify(projectOf(0));
  const { results: sent } = await atRate({ perSecond: rate, seconds: secondsARound }, async () => {
    const key = randomUUID();
    const atMs = sharedNowMs();
    await send(key, value);
    return { key, atMs };
  });
  const seen = await seenAt(
    bare,
    sent.map(({ key }) => key),
  );
  return sent.map(({ atMs }, n) => (seen[n] as number) - atMs);
}

/** Waits until all keys were seen, and answers when each was, in their order; one that is seen twice counts when it came first. */
async function seenAt(server: MeasuredServer, keys: readonly string[]): Promise<number[]> {
  const missing = new Set(keys);
  const seen = new Map<string, number>();
  while (missing.size > 0) {
    for (const [key, atMs] of await server.ask<[string, number][]>('seen')) if (missing.delete(key)) seen.set(key, atMs);
    if (missing.size > 0) await pause(20);
  }
  return keys.map((key) => seen.get(key) as number);
}

const registerCall =
  ({ token }: Bench) =>
  (n: number): Call => ({
    method: 'POST',
    path: '/v1/projects',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify(projectOf(n)),
  });

const projectOf = (n: number): RegisterProject => ({
  number: randomUUID(),
  title: `Measured project ${n} `.padEnd(400, 'x'),
  signedOn: '2019-03-01',
  participants: [
    {
      no: 1,
      organisation: { id: 'NO-ORGNR:919303808', name: 'SINTEF AS', region: 'NO-50' },
      role: 'lead',
      amount: { amount: 30_000_000, currency: 'EUR' },
    },
    {
      no: 2,
      organisation: { id: 'NO-ORGNR:971035854', name: 'Universitetet i Oslo', region: 'NO-03' },
      role: 'partner',
      amount: { amount: 12_000_000, currency: 'EUR' },
    },
  ],
});
