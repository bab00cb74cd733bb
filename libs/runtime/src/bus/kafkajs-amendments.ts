import { createRequire } from 'node:module';

/** The two private classes of kafkajs 2.2.4 that are amended here, as far as this file touches them. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(): void;
}
interface OffsetManager {
  setDefaultOffset(partition: { topic: string; partition: number }): Promise<void>;
}

const require = createRequire(import.meta.url);
const queues = (require('kafkajs/src/network/requestQueue/index.js') as { prototype: RequestQueue }).prototype;
const offsets = (require('kafkajs/src/consumer/offsetManager/index.js') as { prototype: OffsetManager }).prototype;

// kafkajs issue 1751: after every response the queue arms a timer for a time long past, which Node reports (TimeoutNegativeWarning)
// and fires after 1 ms, and which then arms itself again for ever: 5 % of a core for an idle service. Nothing waits when nothing
// is pending: `push` arms the timer itself when it has to queue a request.
const schedule = queues.scheduleCheckPendingRequests;
queues.scheduleCheckPendingRequests = function scheduleWhenSomethingWaits(this: RequestQueue): void {
  if (this.pending.length > 0) schedule.call(this);
};

/** A consumer asked for an offset that the broker no longer has, or does not have yet. */
export class OffsetOutOfRange extends Error {
  override readonly name = 'OffsetOutOfRange';
  /** Read by kafkajs: the consumer crashes at once instead of trying again. */
  readonly retriable = false;
}

// kafkajs answers OFFSET_OUT_OF_RANGE by committing the default offset, so events are skipped (or read twice) with one log line as
// the only trace. Here it ends the consumer; the check of positions before the next start says what happened.
offsets.setDefaultOffset = ({ topic, partition }) =>
  Promise.reject(new OffsetOutOfRange(`the broker does not have the offset asked of partition ${partition} of ${topic}`));
