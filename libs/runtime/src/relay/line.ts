import type { AnyAggregate } from '@xietong/kernel';
import type { Collection, OutboxEntry } from '../store/store.ts';

/** One aggregate on its way out, as one process knows it. */
export interface Line {
  readonly aggregate: AnyAggregate;
  readonly collection: Collection;
  readonly id: string;
  /** Waiting here, in version order. */
  held: OutboxEntry[];
  /** The highest version that this process has sent; 0 when it knows of none. */
  sentVersion: number;
  /** The store holds something that this process does not: the outbox is read before sending. */
  reread: boolean;
}

/** An event that the broker has acknowledged. */
export interface Sent {
  readonly line: Line;
  readonly entry: OutboxEntry;
}

/** How long the relay waits: between batches, for company before it archives, and after a fault, growing from the first pause to the last. */
export interface Pace {
  /** From the beginning of one batch of a topic to that of the next, at least. */
  readonly sendEveryMs: number;
  readonly archiveEveryMs: number;
  readonly retryFirstMs: number;
  readonly retryLastMs: number;
}

/** A pause that grows while a fault lasts, so that an engine that comes back is not flooded. */
export function backoff({ retryFirstMs, retryLastMs }: Pace): { wait(): Promise<void>; reset(): void } {
  let nextMs = retryFirstMs;
  return {
    async wait() {
      const ms = nextMs;
      nextMs = Math.min(nextMs * 2, retryLastMs);
      await new Promise((resolve) => setTimeout(resolve, ms));
    },
    reset() {
      nextMs = retryFirstMs;
    },
  };
}
