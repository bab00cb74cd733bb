import type { Consumer, Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import type { ConsumeRequest } from './bus.ts';
import { BatchReader, HEARTBEAT_INTERVAL_MS } from './kafka-batch.ts';
import type { ReadProgress } from './read-progress.ts';

const MEBIBYTE = 1024 * 1024;

/** What one session reads, from joining the group until it is told to end or the consumer crashes. */
export interface Session {
  readonly kafka: Kafka;
  readonly group: string;
  readonly topics: readonly string[];
  readonly progress: ReadProgress;
  readonly request: ConsumeRequest;
  readonly log: Logger;
  readonly onJoined: () => void;
}

/** Reads until `ended` resolves, then waits for the batches in hand. Throws what made the consumer crash. */
export async function readUntil(ended: Promise<void>, session: Session): Promise<void> {
  const { kafka, group, topics, progress, request, log } = session;
  const consumer = kafka.consumer({
    groupId: group,
    allowAutoTopicCreation: false,
    sessionTimeout: 10_000,
    heartbeatInterval: HEARTBEAT_INTERVAL_MS,
    maxBytesPerPartition: 4 * MEBIBYTE,
    // A fetch answers as soon as there is one byte. A longer wait delays stopping and rejoining, a shorter one costs when idle.
    maxWaitTimeInMs: 1000,
    retry: { retries: 3, restartOnFailure: () => Promise.resolve(false) },
  });
  const reader = new BatchReader(request, progress, log);
  const crashed = new Promise<Error>((resolve) => consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error)));
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => join(consumer, session, payload.memberAssignment));
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: progress.partitionCount,
      eachBatch: (payload) => reader.read(payload),
    });
    const error = await Promise.race([crashed, ended]);
    if (error) throw error;
  } finally {
    await consumer.disconnect();
  }
}

// kafkajs emits this before it fetches, so a seek here decides the very first offset that is asked for.
function join(consumer: Consumer, { progress, request, onJoined }: Session, assignment: Record<string, number[]>): void {
  const partitions = Object.entries(assignment).flatMap(([topic, numbers]) => numbers.map((partition) => ({ topic, partition })));
  const positions = progress.assign(partitions);
  if (request.positions) for (const { topic, partition, offset } of positions) consumer.seek({ topic, partition, offset: String(offset) });
  onJoined();
}
