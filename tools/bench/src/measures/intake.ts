import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareKafka, makeTopic } from '../bare-kafka.ts';
import type { Bench, Line } from '../measure.ts';
import { type MeasuredServer, startServer } from '../measured-server.ts';
import { projectMessages } from '../project-events.ts';
import type { IntakeOrder } from '../servers/intake-server.ts';
import { type Figure, figureOf, interleaved } from '../statistics.ts';

const agency = 'NO-03.intake';
const topic = `${agency}.projects`;
const messages = 200_000;
const projects = 20_000;
const messagesABatch = 900;

/** Ratio 1, what reading events costs, step by step, over a bare consumer that parses; and ratio 8, a rebuild over sums kept in MongoDB. */
export async function measureIntake(bench: Bench): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-bench-intake-'));
  bench.report(`intake: writing ${messages} events`);
  await makeTopic(bench.kafka, topic);
  await fill(bench);
  const reader = await startIntake(bench, topic, messages, folder);
  const perSecond = async (mode: string): Promise<number> => messages / (await reader.ask<number>(mode));
  const over = async (mode: string, other: string): Promise<{ speed: Figure; ratio: Figure }> => {
    bench.report(`intake: ${mode} and ${other}`);
    const pairs = await interleaved(
      bench.rounds,
      () => perSecond(mode),
      () => perSecond(other),
    );
    return { speed: figureOf(pairs.map(({ one }) => one)), ratio: figureOf(pairs.map((pair) => pair.one / pair.other)) };
  };
  await perSecond('bare');
  const admitted = await over('admit', 'bare');
  const written = await over('facts', 'bare');
  const archived = await over('whole', 'bare');
  const rebuilt = await over('whole', 'mongo');
  await reader.end();
  rmSync(folder, { recursive: true });
  const lines = (what: string, { speed, ratio }: typeof admitted, atLeast: number): Line[] => [
    { id: '1', what: `${what}, over a bare consumer that parses`, unit: 'ratio', figure: ratio, goal: { atLeast } },
    { id: '1', what, unit: 'events/s', figure: speed },
  ];
  return [
    ...lines('events checked and made columns', admitted, 0.7),
    ...lines('events into DuckDB', written, 0.6),
    ...lines('events into DuckDB with the archive of texts', archived, 0.45),
    {
      id: '8',
      what: 'rebuild over one $inc upsert an event in MongoDB, events/s',
      unit: 'ratio',
      figure: rebuilt.ratio,
      goal: { atLeast: 2 },
    },
  ];
}

export function startIntake(bench: Bench, from: string, count: number, folder: string): Promise<MeasuredServer> {
  const order: IntakeOrder = { kafka: bench.kafka, topic: from, messages: count, mongoUrl: bench.engines.mongo.url, folder };
  return startServer('intake-server.ts', { BENCH_INTAKE: JSON.stringify(order) });
}

async function fill({ kafka }: Bench): Promise<void> {
  const producer = bareKafka(kafka).producer();
  await producer.connect();
  for (let first = 0; first < messages; first += messagesABatch) {
    const some = projectMessages(first, Math.min(messagesABatch, messages - first), projects, agency);
    await producer.send({ topic, acks: -1, messages: some });
  }
  await producer.disconnect();
}
