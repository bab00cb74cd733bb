import type { Owed, OwingDocument } from '../api/deadlines.ts';

/** What was read of one service so far, from its first document on and in its order; `next` leads to the rest, where there is one. */
export interface SourceRead {
  readonly context: string;
  readonly items: readonly OwingDocument[];
  readonly next?: string;
}

/** One deadline, with the document that it is of. */
export interface Row extends Omit<OwingDocument, 'deadlines'> {
  readonly context: string;
  readonly owed: Owed;
}

export interface Merged {
  /** Every deadline up to where all services have been read, the soonest first. */
  readonly rows: readonly Row[];
  /** The services that have to be read on before another row can follow. */
  readonly behind: readonly string[];
}

/** Up to which moment all deadlines of a service are known; undefined where it was read to its end. */
const reachOf = ({ items, next }: SourceRead): string | undefined =>
  next === undefined ? undefined : (items.at(-1)?.deadlines[0].at ?? '');

/**
 * The documents of several services as one list of deadlines. A service gives documents by their first deadline, so what it has not given yet is
 * owed later than the last one's first: up to there nothing is missing, of this document or another.
 */
export const mergeSources = (sources: readonly SourceRead[]): Merged => {
  const [horizon] = sources.flatMap((source) => reachOf(source) ?? []).toSorted();
  const rows = sources.flatMap(({ context, items }) =>
    items.flatMap(({ deadlines, ...document }) => deadlines.map((owed): Row => ({ ...document, context, owed }))),
  );
  return {
    rows: rows
      .filter(({ owed }) => horizon === undefined || owed.at <= horizon)
      .toSorted((one, other) => (one.owed.at < other.owed.at ? -1 : Number(one.owed.at > other.owed.at))),
    behind: sources.filter((source) => horizon !== undefined && reachOf(source) === horizon).map(({ context }) => context),
  };
};
