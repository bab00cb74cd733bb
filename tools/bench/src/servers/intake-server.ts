// Both sides of ratios 1, 2 and 8: one topic read from its beginning, again and again, by more and more of what reporting does.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { admit, contracts, FactsFile, Flush, Intake, Ledger, messageReader } from '@xietong/reporting/parts';
import type { Batch } from '@xietong/runtime';
import { KafkaBus, type KafkaCredentials } from '@xietong/runtime/parts';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { bareKafka } from '../bare-kafka.ts';
import { answerDriver } from './measured-process.ts';

export interface IntakeOrder {
  readonly kafka: KafkaCredentials;
  readonly topic: string;
  readonly messages: number;
  readonly mongoUrl: string;
  readonly folder: string;
}

const order = JSON.parse(process.env['BENCH_INTAKE'] ?? '') as IntakeOrder;
const read = messageReader(contracts);
const messagesPerFlush = 5_000;

/** The seconds run from the first batch to the last word about the last message. */
function stopwatch(): { begin(): void; done(messages: number): void; readonly seconds: Promise<number> } {
  const { promise, resolve } = Promise.withResolvers<number>();
  let [begun, left] = [0, order.messages];
  return {
    begin: () => void (begun ||= performance.now()),
    done(messages) {
      left -= messages;
      if (left <= 0) resolve((performance.now() - begun) / 1000);
    },
    seconds: promise,
  };
}

/** kafkajs as anyone would use it; `use` gets each batch parsed. */
async function readBare(use: (parsed: readonly ParsedEvent[]) => Promise<void>): Promise<number> {
  const watch = stopwatch();
  const consumer = bareKafka(order.kafka).consumer({ groupId: `bench-${process.pid}-${performance.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topic: order.topic, fromBeginning: true });
  await consumer.run({
    eachBatch: async ({ batch: { messages } }) => {
      watch.begin();
      await use(messages.map(({ value }) => JSON.parse(String(value)) as ParsedEvent));
      watch.done(messages.length);
    },
  });
  const seconds = await watch.seconds;
  await consumer.disconnect();
  return seconds;
}

interface ParsedEvent {
  readonly data: {
    readonly participants: readonly { readonly organisation: { readonly region: string }; readonly amount: { readonly amount: number } }[];
  };
}

/** The platform's consumer, which keeps its positions beside its data. */
async function readWith(handle: (batch: Batch) => Promise<void>): Promise<number> {
  const watch = stopwatch();
  const log = pino({ level: 'silent' });
  const bus = new KafkaBus({ credentials: order.kafka, agencies: [], log });
  await bus.consume({
    group: 'bench',
    topics: new RegExp(`^${order.topic.replaceAll('.', '\\.')}$`),
    positions: async () => [],
    async handle(batch) {
      watch.begin();
      await handle(batch);
      watch.done(batch.messages.length);
    },
  });
  const seconds = await watch.seconds;
  await bus.close();
  return seconds;
}

async function inNewFile<Result>(work: (file: FactsFile) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(order.folder, 'facts-'));
  const file = await FactsFile.open(folder);
  try {
    return await work(file);
  } finally {
    file.close();
    rmSync(folder, { recursive: true });
  }
}

/** Parse, version check and columns, and nothing is written. */
function admitOnly(): Promise<number> {
  const ledger = new Ledger();
  let flush = new Flush();
  return readWith(async ({ topic, partition, messages }) => {
    const state = ledger.partition(topic, partition);
    for (const message of messages) admit(ledger, read, state, message, flush);
    if (flush.events.length >= messagesPerFlush) flush = new Flush();
  });
}

/** The same into DuckDB, a transaction for every five thousand, without the texts. */
const withoutBodies = (): Promise<number> =>
  inNewFile((file) => {
    const ledger = new Ledger();
    let [flush, handled] = [new Flush(), 0];
    let writing = Promise.resolve();
    return readWith(async ({ topic, partition, messages }) => {
      const state = ledger.partition(topic, partition);
      for (const message of messages) admit(ledger, read, state, message, flush);
      handled += messages.length;
      if (flush.events.length >= messagesPerFlush || handled === order.messages) {
        const full = flush;
        flush = new Flush();
        full.bodies.length = 0;
        writing = writing.then(() => file.write(ledger, full));
      }
      await writing;
    });
  });

/** All that reporting does. */
const whole = (): Promise<number> =>
  inNewFile(async (file) => {
    const intake = await Intake.open(file, read, () => undefined);
    return readWith((batch) => intake.handle(batch));
  });

/** A figure kept in MongoDB as most would keep it: one unordered `$inc` upsert an event. */
async function intoMongo(): Promise<number> {
  const connection = await mongoose.createConnection(order.mongoUrl, { dbName: `bench-${process.pid}` }).asPromise();
  const figures = connection.collection('figures');
  const seconds = await readBare(async (parsed) => {
    await figures.bulkWrite(
      parsed.map(({ data: { participants } }) => ({
        updateOne: {
          filter: { _id: participants[0]?.organisation.region as never },
          update: { $inc: { projects: 1, amount: participants.reduce((sum, { amount }) => sum + amount.amount, 0) } },
          upsert: true,
        },
      })),
      { ordered: false },
    );
  });
  await connection.dropDatabase();
  await connection.close();
  return seconds;
}

answerDriver(0, async () => undefined, {
  bare: () => readBare(async () => undefined),
  admit: admitOnly,
  facts: withoutBodies,
  whole,
  mongo: intoMongo,
});
