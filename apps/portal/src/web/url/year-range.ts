import type { YearRange } from './figure-filters.ts';

/**
 * The range between two chosen years; an end left open is the first or the last year that there is. Undefined when neither is chosen,
 * or when there are no years.
 */
export const yearRange = (years: readonly number[], from: number | undefined, to: number | undefined): YearRange | undefined => {
  const [first, last] = [years[0], years.at(-1)];
  if ((from === undefined && to === undefined) || first === undefined || last === undefined) return undefined;
  const ends = [from ?? Math.min(first, to ?? first), to ?? Math.max(last, from ?? last)];
  return { from: Math.min(...ends), to: Math.max(...ends) };
};
