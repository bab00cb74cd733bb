import { axesOf, parseBreakdown, toDimensions, withBreakdown } from './breakdown.ts';

const ofPairs = { dimensions: ['year', 'a', 'b', 'level'] };
const ofRegions = { dimensions: ['year', 'region', 'level'] };
const parse = (query: string, metric = ofPairs) => parseBreakdown(new URLSearchParams(query), metric);

describe('the breakdown of a figure', () => {
  test('offers what the metric has, a pair as one choice', () => {
    expect([axesOf(ofPairs), axesOf(ofRegions), axesOf({ dimensions: ['from', 'to'] })]).toEqual([
      ['year', 'pair'],
      ['year', 'region'],
      ['direction'],
    ]);
  });

  test('of things in states is by state unless the address says otherwise, and can be by field', () => {
    const ofStates = { dimensions: ['year', 'state', 'field', 'region', 'level'] };
    expect([axesOf(ofStates), parse('', ofStates), parse('by=field,state', ofStates)]).toEqual([
      ['year', 'state', 'region', 'field'],
      ['state'],
      ['state', 'field'],
    ]);
  });

  test('is by pair or by region unless the address says otherwise', () => {
    expect([parse(''), parse('', ofRegions), parse('', { dimensions: [] })]).toEqual([['pair'], ['region'], []]);
  });

  test('follows the address as far as the metric has it', () => {
    expect([parse('by=a,b,year'), parse('by=year,region'), parse('by=a'), parse('by=')]).toEqual([['year', 'pair'], ['year'], [], []]);
  });

  test('asks for dimensions in one order, whatever the order of choosing', () => {
    expect(toDimensions(['pair', 'year'])).toEqual(['year', 'a', 'b']);
  });

  test('changes without losing the filters, and closes the events of a row that may be gone', () => {
    const next = withBreakdown(new URLSearchParams('by=a,b&region=NO-03&events=a%3DNO-03'), ['year']);
    expect(Object.fromEntries(next)).toEqual({ by: 'year', region: 'NO-03' });
    expect(withBreakdown(new URLSearchParams(), []).toString()).toBe('by=');
  });
});
