import fc from 'fast-check';
import type { RankedApplication, Ranking } from '../api/panel.ts';
import { isChoosable, lineAfter, marksOf, preselected, shownRows } from './choice.ts';

const row = (application: string, rank: number | undefined, changes: Partial<RankedApplication> = {}): RankedApplication => ({
  application,
  title: `示范 ${application}`,
  applicant: `CN-USCI:${application}`,
  status: 'eligible',
  ...(rank === undefined ? {} : { rank, mean: 100_00 - rank * 100 }),
  spread: 0,
  reviews: rank === undefined ? 0 : 2,
  awaited: 0,
  lacksQuorum: rank === undefined,
  isFarApart: false,
  isListed: false,
  axes: [],
  ...changes,
});
const ranking = (places: number, ...items: RankedApplication[]): Ranking => ({ call: 'c', area: 'a', quota: 2, places, items });

describe('to begin with', () => {
  test('the first of the ranking are chosen, as many as there are places left', () => {
    expect(preselected(ranking(2, row('a', 1), row('b', 2), row('c', 3)))).toEqual(['a', 'b']);
    expect(preselected(ranking(0, row('a', 1)))).toEqual([]);
    expect(preselected(ranking(5, row('a', 1), row('b', 2)))).toEqual(['a', 'b']);
  });

  test('who has a place, is decided on, or has too few reviews is passed over', () => {
    const items = [
      row('listed', 1, { isListed: true }),
      row('approved', 2, { status: 'approved' }),
      row('few', 3, { lacksQuorum: true }),
      row('fit', 4),
      row('unranked', undefined),
    ];
    expect(preselected(ranking(2, ...items))).toEqual(['fit']);
  });

  test('never more are chosen than there are places, nor one before a better one that could be', () => {
    const rows = fc.array(fc.record({ isListed: fc.boolean(), lacksQuorum: fc.boolean(), status: fc.constantFrom('eligible', 'refused') }));
    fc.assert(
      fc.property(rows, fc.nat(10), (given, places) => {
        const items = given.map((each, place) => row(`r${place}`, place + 1, each as Partial<RankedApplication>));
        const chosen = preselected(ranking(places, ...items));
        expect(chosen.length).toBeLessThanOrEqual(places);
        const fit = items.filter((one) => isChoosable(one) && !one.lacksQuorum).map(({ application }) => application);
        expect(chosen).toEqual(fit.slice(0, chosen.length));
        expect(chosen.length === places || chosen.length === fit.length).toBe(true);
      }),
    );
  });
});

describe('the line of the quota', () => {
  test('stands after the last one for which there is a place', () => {
    expect(lineAfter(ranking(2, row('a', 1), row('few', 2, { lacksQuorum: true }), row('b', 3), row('c', 4)))).toBe(2);
  });

  test('stands after the last one that has a place once all are given', () => {
    expect(lineAfter(ranking(0, row('a', 1, { isListed: true }), row('b', 2), row('c', 3, { isListed: true }), row('d', 4)))).toBe(2);
  });

  test('is not there where nobody can have a place and nobody has one', () => {
    expect(lineAfter(ranking(2, row('a', undefined)))).toBeUndefined();
    expect(lineAfter(ranking(0, row('a', 1)))).toBeUndefined();
  });
});

describe('what is to be looked at twice', () => {
  test('is a tie, and above all one that the line cuts', () => {
    const marks = marksOf(ranking(2, row('a', 1), row('b', 2), row('c', 2), row('d', 4), row('e', 4)));
    expect(Object.fromEntries(marks)).toEqual({ a: [], b: ['tie-at-line'], c: ['tie-at-line'], d: ['tie'], e: ['tie'] });
  });

  test('is at the line no tie with one that cannot be given a place', () => {
    const marks = marksOf(ranking(1, row('a', 1), row('b', 1), row('few', 1, { lacksQuorum: true })));
    expect([marks.get('a'), marks.get('few')]).toEqual([['tie-at-line'], ['tie', 'lacks-quorum']]);
  });

  test('is no tie of those who have no rank', () => {
    expect([...marksOf(ranking(1, row('a', undefined), row('b', undefined))).values()]).toEqual([['lacks-quorum'], ['lacks-quorum']]);
  });

  test('are reviews far apart, and too few of them', () => {
    expect(marksOf(ranking(1, row('a', 1, { isFarApart: true, lacksQuorum: true }))).get('a')).toEqual(['far-apart', 'lacks-quorum']);
  });
});

test('a ranking is narrowed by title and organisation and by state, and keeps each one’s place', () => {
  const given = ranking(1, row('alpha', 1, { isListed: true }), row('beta', 2, { awaited: 1 }), row('gamma', 3));
  const shown = (text: string, show: 'all' | 'choosable' | 'listed' | 'marked') =>
    shownRows(given, marksOf(given), { text, show }).map(([place, { application }]) => [place, application]);
  expect(shown('', 'all')).toHaveLength(3);
  expect(shown(' USCI:BE', 'all')).toEqual([[1, 'beta']]);
  expect(shown('示范 g', 'choosable')).toEqual([[2, 'gamma']]);
  expect(shown('', 'listed')).toEqual([[0, 'alpha']]);
  expect(shown('', 'marked')).toEqual([[1, 'beta']]);
});
