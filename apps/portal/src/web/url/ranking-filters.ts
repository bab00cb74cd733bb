/** What of a ranking is shown. */
export const shownParts = ['all', 'choosable', 'listed', 'marked'] as const;
export type ShownPart = (typeof shownParts)[number];

export interface RankingFilters {
  readonly text: string;
  readonly show: ShownPart;
}

/** Reads the filters of a ranking from the page's address; what it does not know it leaves out. */
export const parseRankingFilters = (parameters: URLSearchParams): RankingFilters => ({
  text: parameters.get('q') ?? '',
  show: shownParts.find((part) => part === parameters.get('show')) ?? 'all',
});

export const toRankingParameters = ({ text, show }: RankingFilters): URLSearchParams =>
  new URLSearchParams({ ...(text === '' ? {} : { q: text }), ...(show === 'all' ? {} : { show }) });
