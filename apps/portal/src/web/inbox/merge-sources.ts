import type { OwingDocument } from '../api/deadlines.ts';

/** What was read of one service so far, in its order; `next` leads to the rest, where there is one. */
export interface SourceRead {
  readonly context: string;
  readonly items: readonly OwingDocument[];
  readonly next?: string;
}

/** A document with the service that it is of. */
export interface Row extends OwingDocument {
  readonly context: string;
}

export interface Merged {
  /** By their first deadline, the soonest first. */
  readonly rows: readonly Row[];
  /** The services of which more has to be read before a row can follow. */
  readonly behind: readonly string[];
}

const firstOf = ({ deadlines: [first] }: OwingDocument): string => first.at;
const reachOf = ({ items, next }: SourceRead): string | undefined => {
  const last = items.at(-1);
  if (next === undefined) return undefined;
  return last === undefined ? '' : firstOf(last);
};

/**
 * The pages of several services as one list. A row is shown once no service can still bring an earlier one: up to where the one that has come
 * least far has come. Each list is in order, so nothing is read twice and nothing is sorted that was not read.
 */
export const mergeSources = (sources: readonly SourceRead[]): Merged => {
  const reaches = sources.flatMap((source) => reachOf(source) ?? []);
  const horizon = reaches.toSorted()[0];
  const all = sources.flatMap(({ context, items }) => items.map((item): Row => ({ ...item, context })));
  const rows = all.filter((row) => horizon === undefined || firstOf(row) <= horizon);
  return {
    rows: rows.toSorted((one, other) => (firstOf(one) < firstOf(other) ? -1 : Number(firstOf(one) > firstOf(other)))),
    behind: sources.filter((source) => horizon !== undefined && reachOf(source) === horizon).map(({ context }) => context),
  };
};
