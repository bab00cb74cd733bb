import { parseRankingFilters, shownParts, toRankingParameters } from './ranking-filters.ts';

test('what of a ranking is shown goes into the address and comes back', () => {
  for (const show of shownParts)
    for (const text of ['', '数字孪生 & co']) expect(parseRankingFilters(toRankingParameters({ text, show }))).toEqual({ text, show });
});

test('an address without a filter shows all, as does one that names a part that there is not', () => {
  expect(parseRankingFilters(new URLSearchParams())).toEqual({ text: '', show: 'all' });
  expect(parseRankingFilters(new URLSearchParams('show=everything'))).toEqual({ text: '', show: 'all' });
  expect(toRankingParameters({ text: '', show: 'all' }).toString()).toBe('');
});
