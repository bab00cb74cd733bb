import { isNarrowed, parseProjectFilters, toProjectParameters } from './project-filters.ts';

const parse = (query: string) => parseProjectFilters(new URLSearchParams(query));

describe('the filters of the projects in the address', () => {
  test('are statuses, a year, a region, a number and an order', () => {
    expect(parse('status=active,suspended&year=2020&region=NO-03&number=951956&sort=number')).toEqual({
      status: ['active', 'suspended'],
      year: '2020',
      region: 'NO-03',
      number: '951956',
      sort: 'number',
    });
  });

  test('are as if absent where they make no sense, and the newest projects come first', () => {
    expect(parse('status=%24ne&year=soon&region=x&number=+&sort=colour')).toEqual({ status: [], sort: '-signedOn' });
  });

  test('take a number without the blanks around it, as it is pasted from elsewhere', () => {
    expect(parse('number=%20951956%20').number).toBe('951956');
  });

  test('go back to the first page when they change', () => {
    expect(toProjectParameters(parse('year=2020&after=abc')).toString()).toBe('year=2020');
  });
});

test('an order narrows nothing, anything else does', () => {
  const narrows = (address: string) => isNarrowed(parseProjectFilters(new URLSearchParams(address)));
  expect(['', 'sort=number', 'year=nonsense'].map(narrows)).toEqual([false, false, false]);
  expect(['status=active', 'year=2020', 'region=NO-03', 'number=7'].map(narrows)).toEqual([true, true, true, true]);
});
