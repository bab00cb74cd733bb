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

/** A pause that grows while a fault lasts, so that an engine that comes back is not flooded. */
export function backoff(firstMs: number, mostMs: number): { wait(): Promise<void>; reset(): void; readonly failing: boolean } {
  let nextMs = firstMs;
  return {
    get failing() {
      return nextMs > firstMs;
    },
    async wait() {
      const ms = nextMs;
      nextMs = Math.min(nextMs * 2, mostMs);
      await new Promise((resolve) => setTimeout(resolve, ms));
    },
    reset() {
      nextMs = firstMs;
    },
  };
}
