import type { RankedApplication, Ranking } from '../api/panel.ts';
import type { RankingFilters } from '../url/ranking-filters.ts';

/** Whether the panel can still give it a place, as far as its state goes. */
export const isChoosable = ({ status, isListed }: RankedApplication): boolean => status === 'eligible' && !isListed;

// One with too few reviews is never given a place: the service refuses it whatever is said.
const isFit = (row: RankedApplication): boolean => isChoosable(row) && !row.lacksQuorum && row.rank !== undefined;

/** The first of the ranking that can be given a place, as many as there are places left. */
export const preselected = ({ items, places }: Ranking): readonly string[] =>
  items
    .filter(isFit)
    .slice(0, places)
    .map(({ application }) => application);

/**
 * After which row of the ranking the line of the quota is drawn: after the last one for which there is a place by rank, or, where all places
 * are given, after the last one that has one. Undefined where there is none of either.
 */
export function lineAfter(ranking: Ranking): number | undefined {
  const above = new Set(preselected(ranking));
  const place = ranking.items.findLastIndex(({ application, isListed }) => (ranking.places > 0 ? above.has(application) : isListed));
  return place < 0 ? undefined : place;
}

/** What a panel has to look at twice. */
export type Mark = 'tie-at-line' | 'tie' | 'far-apart' | 'lacks-quorum';

/** The marks of each application in the ranking. */
export function marksOf(ranking: Ranking): ReadonlyMap<string, readonly Mark[]> {
  const byRank = Map.groupBy(
    ranking.items.filter(({ rank }) => rank !== undefined),
    ({ rank }) => rank,
  );
  const above = new Set(preselected(ranking));
  return new Map(ranking.items.map((row) => [row.application, [...tieOf(row, byRank.get(row.rank) ?? [], above), ...ownMarks(row)]]));
}

function tieOf(row: RankedApplication, equals: readonly RankedApplication[], above: ReadonlySet<string>): readonly Mark[] {
  if (equals.length < 2) return [];
  const fit = equals.filter(isFit);
  const isCut = fit.some(({ application }) => above.has(application)) && fit.some(({ application }) => !above.has(application));
  return [isCut && isFit(row) ? 'tie-at-line' : 'tie'];
}

const ownMarks = ({ isFarApart, lacksQuorum }: RankedApplication): readonly Mark[] => [
  ...(isFarApart ? (['far-apart'] as const) : []),
  ...(lacksQuorum ? (['lacks-quorum'] as const) : []),
];

/** The rows that the filters leave, each with its place in the whole ranking. */
export function shownRows(
  { items }: Ranking,
  marks: ReadonlyMap<string, readonly Mark[]>,
  { text, show }: RankingFilters,
): readonly (readonly [number, RankedApplication])[] {
  const wanted = text.trim().toLowerCase();
  const isShown: Record<RankingFilters['show'], (row: RankedApplication) => boolean> = {
    all: () => true,
    choosable: isChoosable,
    listed: ({ isListed }) => isListed,
    marked: ({ application, awaited }) => awaited > 0 || (marks.get(application) ?? []).length > 0,
  };
  return [...items.entries()].filter(([, row]) => isShown[show](row) && `${row.title}\n${row.applicant}`.toLowerCase().includes(wanted));
}
