import { yearRange } from './year-range.ts';

const years = [2014, 2015, 2016];

describe('the years that a reader chooses', () => {
  test('are a range, whichever end he chose first', () => {
    expect(yearRange(years, 2014, 2015)).toEqual({ from: 2014, to: 2015 });
    expect(yearRange(years, 2016, 2014)).toEqual({ from: 2014, to: 2016 });
  });

  test('reach to the first or the last year that there is, where one end is open', () => {
    expect(yearRange(years, 2015, undefined)).toEqual({ from: 2015, to: 2016 });
    expect(yearRange(years, undefined, 2015)).toEqual({ from: 2014, to: 2015 });
  });

  test('may lie outside of what there is, as an address can ask for', () => {
    expect(yearRange(years, 2020, undefined)).toEqual({ from: 2020, to: 2020 });
    expect(yearRange(years, undefined, 1999)).toEqual({ from: 1999, to: 1999 });
  });

  test('are no range when none is chosen, or when there is nothing to choose from', () => {
    expect([yearRange(years, undefined, undefined), yearRange([], 2015, 2016)]).toEqual([undefined, undefined]);
  });
});
