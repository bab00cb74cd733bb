import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareKafka, makeTopic } from '../bare-kafka.ts';
import type { Bench, Line } from '../measure.ts';
import { startServer } from '../measured-server.ts';
import { projectEvent, type ProjectEvent } from '../project-events.ts';
import type { RelayOrder } from '../servers/relay-server.ts';
import { figureOf, interleaved } from '../statistics.ts';
import { startIntake } from './intake.ts';

const backlog = 20_000;
const messagesABatch = 1_000;
const regularBatch = 900;

/** Ratio 3: the relay draining a backlog over bare sends of the same texts; and ratio 2: what a consumer makes of the batches it wrote. */
export async function measureRelay(bench: Bench): Promise<Line[]> {
  const kept = await drains(bench, 'kept');
  const unkept = await drains(bench, 'unkept');
  const consumed = await consumes(bench);
  return [
    {
      id: '3',
      what: 'relay draining a backlog, journal kept, over bare sends, events/s',
      unit: 'ratio',
      figure: kept.ratio,
      goal: { atLeast: 0.5 },
    },
    { id: '3', what: 'relay draining a backlog, journal kept', unit: 'events/s', figure: kept.speed },
    {
      id: '3',
      what: 'relay draining a backlog without a journal, over bare sends, events/s',
      unit: 'ratio',
      figure: unkept.ratio,
      goal: { atLeast: 0.6 },
    },
    {
      id: '2',
      what: 'reading what the relay wrote over the same events at 900 a batch, events/s',
      unit: 'ratio',
      figure: consumed,
      goal: { atLeast: 0.9 },
    },
  ];
}

async function drains(bench: Bench, journal: RelayOrder['journal']) {
  bench.report(`relay: a backlog of ${backlog} events, journal ${journal}`);
  const bareTopic = `bench-relay-${journal}`;
  await makeTopic(bench.kafka, bareTopic);
  const relaying = await startRelay(bench, `NO-03.relayed-${journal}`, journal);
  const pairs = await interleaved(
    bench.rounds,
    async () => backlog / (await relaying.ask<number>('drain')),
    () => sendBare(bench, bareTopic, eventsOf('NO-03.bare'), messagesABatch),
  );
  await relaying.end();
  return { speed: figureOf(pairs.map(({ one }) => one)), ratio: figureOf(pairs.map(({ one, other }) => one / other)) };
}

async function consumes(bench: Bench) {
  const [relayed, regular] = ['NO-03.mixed', 'NO-03.regular'];
  await makeTopic(bench.kafka, `${regular}.projects`);
  const relaying = await startRelay(bench, relayed, 'kept');
  await relaying.ask('live');
  await relaying.end();
  await sendBare(bench, `${regular}.projects`, eventsOf(regular), regularBatch);
  const folder = mkdtempSync(join(tmpdir(), 'xietong-bench-relayed-'));
  const ofRelay = await startIntake(bench, `${relayed}.projects`, backlog, folder);
  const ofRegular = await startIntake(bench, `${regular}.projects`, backlog, folder);
  bench.report('relay: reading what it wrote');
  await Promise.all([ofRelay.ask('whole'), ofRegular.ask('whole')]);
  const pairs = await interleaved(
    bench.rounds,
    () => ofRelay.ask<number>('whole'),
    () => ofRegular.ask<number>('whole'),
  );
  await Promise.all([ofRelay.end(), ofRegular.end()]);
  rmSync(folder, { recursive: true });
  return figureOf(pairs.map(({ one, other }) => other / one));
}

async function startRelay({ kafka, engines }: Bench, agency: string, journal: RelayOrder['journal']) {
  await makeTopic(kafka, `${agency}.projects`);
  const order: RelayOrder = { kafka, agency, journal, events: backlog, mongoUrl: engines.mongo.url, database: `bench-${randomUUID()}` };
  return startServer('relay-server.ts', { BENCH_RELAY: JSON.stringify(order) });
}

const eventsOf = (agency: string): ProjectEvent[] => Array.from({ length: backlog }, (_, n) => projectEvent(n, backlog, agency));

async function sendBare({ kafka }: Bench, topic: string, events: readonly ProjectEvent[], batch: number): Promise<number> {
  const producer = bareKafka(kafka).producer();
  await producer.connect();
  const begun = performance.now();
  for (let first = 0; first < events.length; first += batch) {
    await producer.send({ topic, acks: -1, messages: events.slice(first, first + batch).map(({ key, value }) => ({ key, value })) });
  }
  const perSecond = events.length / ((performance.now() - begun) / 1000);
  await producer.disconnect();
  return perSecond;
}
