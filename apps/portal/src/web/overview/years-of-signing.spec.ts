import { toYearsOfSigning } from './years-of-signing.ts';

const row = (year: number | string, value: number) => ({ year, value, events: `/events?year=${year}` });

describe('the time line', () => {
  test('tells cross-region projects from the others of their year', () => {
    expect(toYearsOfSigning([row('2016', 230), row('2015', 200)], [row('2015', 40)])).toEqual([
      { year: 2015, crossRegion: 40, withinRegion: 160, events: '/events?year=2015' },
      { year: 2016, crossRegion: 0, withinRegion: 230, events: '/events?year=2016' },
    ]);
  });

  test('has no gap where nothing was signed', () => {
    expect(toYearsOfSigning([row(2014, 1), row(2016, 1)], [])).toMatchObject([
      { year: 2014 },
      { year: 2015, withinRegion: 0, events: undefined },
      { year: 2016 },
    ]);
  });

  test('is empty without projects', () => {
    expect(toYearsOfSigning([], [])).toEqual([]);
  });
});
