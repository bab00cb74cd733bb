import type { Page } from '../../api/events.ts';

interface Reading<Item> {
  /** Reads the page that a cursor leads to; the first without one. */
  readonly readPage: (cursor: string | undefined) => Promise<Page<Item>>;
  /** Told of every page: how many there are so far, and how many in all. */
  readonly onProgress: (read: number, all: number) => void;
  readonly signal: AbortSignal;
}

/** Reads a list to its end, one page after the other. Undefined where it was stopped; throws what a page throws. */
export const readAll = async <Item>({ readPage, onProgress, signal }: Reading<Item>): Promise<readonly Item[] | undefined> => {
  const items: Item[] = [];
  let count: number | undefined;
  let cursor: string | undefined;
  do {
    const page = await readPage(cursor);
    if (signal.aborted) return undefined;
    items.push(...page.items);
    count ??= page.count;
    cursor = page.next;
    onProgress(items.length, Math.max(count ?? 0, items.length));
  } while (cursor !== undefined);
  return items;
};
