import type { EachBatchPayload, IHeaders, KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import type { Batch, ConsumeRequest, IncomingMessage } from './bus.ts';
import { partitionKey } from './position-check.ts';
import type { ReadProgress } from './read-progress.ts';

/** Well below the session timeout, so that a slow handler keeps its place in the group. */
export const HEARTBEAT_INTERVAL_MS = 3000;
const RETRY_DELAY_MS_MIN = 100;
const RETRY_DELAY_MS_MAX = 5000;

/** Hands the batches of one session over. A rejected one rests for a moment and comes again, while other partitions go on. */
export class BatchReader {
  readonly #request: ConsumeRequest;
  readonly #progress: ReadProgress;
  readonly #log: Logger;
  readonly #rejections = new Map<string, number>();

  constructor(request: ConsumeRequest, progress: ReadProgress, log: Logger) {
    this.#request = request;
    this.#progress = progress;
    this.#log = log;
  }

  async read(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, highWatermark } = payload.batch;
    const batch: Batch = { topic, partition, messages: this.#unread(payload.batch) };
    if (batch.messages.length > 0) {
      this.#progress.handOver(batch, BigInt(highWatermark));
      if (!(await this.#handle(batch, payload))) return;
      this.#progress.handled(batch);
    }
    const last = payload.batch.lastOffset();
    payload.resolveOffset(last);
    if (!this.#request.positions) await commit(payload, BigInt(last) + 1n);
  }

  // Joining the group again can bring back a batch that was in hand at that moment. The group's own memory, which other members
  // move too, decides for itself.
  #unread({ topic, partition, messages }: EachBatchPayload['batch']): IncomingMessage[] {
    const incoming = messages.map(toIncoming);
    const next = this.#request.positions && this.#progress.findNext(topic, partition);
    return next === undefined || (incoming[0] && incoming[0].offset >= next) ? incoming : incoming.filter(({ offset }) => offset >= next);
  }

  async #handle(batch: Batch, { heartbeat, pause }: EachBatchPayload): Promise<boolean> {
    const key = partitionKey(batch);
    const alive = setInterval(() => void this.#beat(heartbeat), HEARTBEAT_INTERVAL_MS);
    try {
      await this.#request.handle(batch);
      this.#rejections.delete(key);
      return true;
    } catch (err) {
      const rejections = (this.#rejections.get(key) ?? 0) + 1;
      const retryDelayMs = Math.min(RETRY_DELAY_MS_MIN * 2 ** (rejections - 1), RETRY_DELAY_MS_MAX);
      const offset = String(batch.messages[0]?.offset);
      this.#log.warn(
        { err, topic: batch.topic, partition: batch.partition, offset, rejections, retryDelayMs },
        'a batch was rejected and comes again',
      );
      this.#rejections.set(key, rejections);
      this.#progress.rejected(batch);
      // Without `resolveOffset` the next fetch asks for the same offset again.
      setTimeout(pause(), retryDelayMs).unref();
      return false;
    } finally {
      clearInterval(alive);
    }
  }

  async #beat(heartbeat: () => Promise<void>): Promise<void> {
    try {
      await heartbeat();
    } catch (err) {
      // kafkajs meets the same answer after the batch and joins again; the batch itself goes on.
      this.#log.debug({ err }, 'a heartbeat failed while a batch was in hand');
    }
  }
}

function commit({ batch: { topic, partition }, commitOffsetsIfNecessary }: EachBatchPayload, next: bigint): Promise<void> {
  return commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: String(next) }] }] });
}

const noHeaders: IncomingMessage['headers'] = {};
const noValue = Buffer.alloc(0);

function toIncoming({ offset, key, value, headers }: KafkaMessage): IncomingMessage {
  return { offset: BigInt(offset), key: key?.toString() ?? '', value: value ?? noValue, headers: headers ? toText(headers) : noHeaders };
}

function toText(headers: IHeaders): IncomingMessage['headers'] {
  const text: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) text[name] = String(Array.isArray(value) ? value[0] : value);
  return text;
}
