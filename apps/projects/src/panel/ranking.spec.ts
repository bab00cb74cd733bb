import fc from 'fast-check';
import { terms } from '../call/example.fixture.ts';
import { type Rankable, rank } from './ranking.ts';

const scheme = { ...terms.scoring, quorum: 2, spreadMax: 25 };
const scored = (application: string, ...totals: number[]): Rankable[] =>
  totals.map((total) => ({ application, status: 'scored', assessment: { total } }));
const places = (...reviews: Rankable[][]) => {
  const applications = [...new Set(reviews.flat().map(({ application }) => application))];
  return rank(applications, reviews.flat(), scheme).map(({ application, rank: place, mean }) => [application, place, mean]);
};

test('the better mean comes first, however many reviews it is of', () => {
  expect(places(scored('a', 70_00, 80_00), scored('b', 90_00, 70_00, 80_00), scored('c', 75_00))).toEqual([
    ['b', 1, 80_00],
    ['a', 2, 75_00],
    ['c', 2, 75_00],
  ]);
});

test('a mean is compared exactly, and rounded only to be shown', () => {
  // 66.6666… and 66.67: shown alike, ranked apart.
  expect(places(scored('third', 66_66, 66_67, 66_67), scored('whole', 66_67))).toEqual([
    ['whole', 1, 66_67],
    ['third', 2, 66_67],
  ]);
});

test('a review that does not count is not ranked by, and what is still awaited is told', () => {
  const reviews: Rankable[] = [
    ...scored('a', 90_00),
    { application: 'a', status: 'accepted' },
    { application: 'a', status: 'invited' },
    { application: 'a', status: 'recused' },
    { application: 'a', status: 'lapsed' },
  ];
  expect(rank(['a', 'b'], reviews, scheme)).toEqual([
    { application: 'a', rank: 1, totals: [90_00], mean: 90_00, spread: 0, open: 2, lacksQuorum: true, isFarApart: false },
    { application: 'b', totals: [], spread: 0, open: 0, lacksQuorum: true, isFarApart: false },
  ]);
});

test('reviews further apart than the call allows are marked', () => {
  expect(rank(['a', 'b'], [...scored('a', 80_00, 55_00), ...scored('b', 80_00, 54_99)], scheme).map((one) => one.isFarApart)).toEqual([
    false,
    true,
  ]);
});

describe('whatever the scores', () => {
  const reviews = fc.array(
    fc.record({
      application: fc.constantFrom('a', 'b', 'c', 'd'),
      status: fc.constant('scored' as const),
      assessment: fc.record({ total: fc.integer({ min: 0, max: 10_000 }) }),
    }),
    { maxLength: 20 },
  );

  test('the order in which reviews come in changes nothing', () => {
    fc.assert(
      fc.property(reviews, (given) => {
        expect(rank(['a', 'b', 'c', 'd'], given.toReversed(), scheme)).toEqual(rank(['a', 'b', 'c', 'd'], given, scheme));
      }),
    );
  });

  test('every application is in the ranking once, none above one with a higher mean, and those without a review last', () => {
    fc.assert(
      fc.property(reviews, (given) => {
        const ranking = rank(['a', 'b', 'c', 'd'], given, scheme);
        expect(ranking.map(({ application }) => application).toSorted()).toEqual(['a', 'b', 'c', 'd']);
        const means = ranking.map(({ totals }) =>
          totals.length === 0 ? -1 : totals.reduce((sum, total) => sum + total, 0) / totals.length,
        );
        expect(means.slice(1).every((mean, place) => mean <= (means[place] ?? -1) + 1e-9)).toBe(true);
      }),
    );
  });
});
