import { toPairs } from './pairs.ts';

const row = (a: string, b: string, value: number) => ({ a, b, value, events: `/events?a=${a}&b=${b}` });

describe('pairs of regions', () => {
  test('come with their projects, the amount and the events, the closest first', () => {
    const pairs = toPairs(
      [row('NO-30', 'NO-50', 71), row('NO-03', 'NO-30', 98)],
      [row('NO-03', 'NO-30', 5_000), row('NO-30', 'NO-50', 9_000)],
    );
    expect(pairs).toEqual([
      { a: 'NO-03', b: 'NO-30', projects: 98, amount: 5_000, events: '/events?a=NO-03&b=NO-30' },
      { a: 'NO-30', b: 'NO-50', projects: 71, amount: 9_000, events: '/events?a=NO-30&b=NO-50' },
    ]);
  });

  test('with as many projects are ordered by amount, then by name', () => {
    const projects = [row('NO-11', 'NO-50', 3), row('NO-03', 'NO-11', 3), row('NO-03', 'NO-34', 3)];
    const amounts = [row('NO-11', 'NO-50', 10), row('NO-03', 'NO-11', 20), row('NO-03', 'NO-34', 20)];
    expect(toPairs(projects, amounts).map(({ a, b }) => `${a}/${b}`)).toEqual(['NO-03/NO-11', 'NO-03/NO-34', 'NO-11/NO-50']);
  });

  test('without an amount in the currency shown have none, which is not the same as nothing', () => {
    expect(toPairs([row('NO-03', 'NO-11', 3)], [])).toEqual([{ a: 'NO-03', b: 'NO-11', projects: 3, events: '/events?a=NO-03&b=NO-11' }]);
  });
});
