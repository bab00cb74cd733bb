import fc from 'fast-check';
import { parseFigureFilters, withFigureFilters } from './figure-filters.ts';

const parse = (query: string) => parseFigureFilters(new URLSearchParams(query));

describe('the filters of a figure in the address', () => {
  test('are a region, the years of signing, the level and the currency', () => {
    expect(parse('region=NO-03&year=2016..2019&level=prefecture&currency=EUR')).toEqual({
      region: 'NO-03',
      years: { from: 2016, to: 2019 },
      level: 'prefecture',
      currency: 'EUR',
    });
  });

  test('may be a day and the regions of a share, those that are no code left out', () => {
    expect(parse('asOf=2026-06-30&within=CN-33,oslo,NO-03')).toEqual({ asOf: '2026-06-30', within: ['CN-33', 'NO-03'] });
    const chosen = withFigureFilters(new URLSearchParams('by=state&within=CN-33'), { asOf: '2026-06-30', within: [] });
    expect(chosen.toString()).toBe('by=state&asOf=2026-06-30');
  });

  test('may be one year, and years in the wrong order are put right', () => {
    expect(parse('year=2018').years).toEqual({ from: 2018, to: 2018 });
    expect(parse('year=2019..2016').years).toEqual({ from: 2016, to: 2019 });
  });

  test('may ask for the participations without a region', () => {
    expect(parse('region=unknown').region).toBe('unknown');
  });

  test.each(['region=oslo', 'year=all', 'level=village', 'currency=ABC', 'asOf=2026-02-30', 'within=oslo', 'year=20160..2019', ''])(
    'are as if absent where they make no sense: %s',
    (query) => {
      expect(parse(query)).toEqual({});
    },
  );

  test('change without touching what else the address holds', () => {
    const next = withFigureFilters(new URLSearchParams('by=a,b&region=NO-03'), { years: { from: 2015, to: 2020 } });
    expect(Object.fromEntries(next)).toEqual({ by: 'a,b', year: '2015..2020' });
  });

  test('come back from the address as they were put into it', () => {
    const year = fc.integer({ min: 1000, max: 9999 });
    const years = fc.tuple(year, year).map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));
    const filters = fc.record(
      {
        region: fc.constantFrom('NO-03', 'CN-331082', 'CN-33', 'unknown'),
        years,
        level: fc.constantFrom('county', 'prefecture', 'province'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (some) => {
        expect(parseFigureFilters(withFigureFilters(new URLSearchParams(), some))).toEqual(some);
      }),
    );
  });
});
