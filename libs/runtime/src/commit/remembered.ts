import { LRUCache } from 'lru-cache';
import type { Stored } from '../store/store.ts';
import { type Draft, documentOf } from './job.ts';

/** All states that are remembered together, in characters of their JSON. */
const charactersMax = 2_000_000;

/** Documents as this instance wrote them last. */
export interface Remembered {
  /** Answers the document and forgets it: whoever writes it again remembers it again, and a write that fails leaves nothing behind. */
  take(lane: string): Stored | undefined;
  keep(lane: string, draft: Draft): void;
}

/**
 * What an instance wrote last is, as a rule, what its next command on the same aggregate would read: the write's comparison of versions shows
 * whether it was. Only the receipts are not known, so the write has to exclude the keys in hand, and only a decision may rest on it: a refusal
 * is judged again on a read.
 */
export function rememberedDocuments(): Remembered {
  const latest = new LRUCache<string, Stored>({
    maxSize: charactersMax,
    sizeCalculation: ({ state }) => JSON.stringify(state).length,
  });
  return {
    take(lane) {
      const found = latest.get(lane);
      latest.delete(lane);
      return found;
    },
    keep(lane, draft) {
      const [first] = [...draft.known, ...draft.receipts];
      if (!first) return;
      latest.set(lane, {
        ...documentOf(draft),
        head: draft.head,
        created: first,
        receipts: [],
        receiptCount: draft.receiptCount + draft.receipts.length,
        // All that waits has been handed to this instance's relay. How much of it waits still is not known: at most this.
        pending: { count: draft.waiting + draft.events.length, version: 0 },
      });
    },
  };
}
