import { after, back, findCursor, next, trailOf } from './paging.ts';

describe('paging through a list that only leads forward', () => {
  test('goes back the way that it came', () => {
    const second = next([], undefined, 'c2');
    const third = next(second.trail, second.cursor, 'c3');
    expect([second, third]).toEqual([
      { cursor: 'c2', trail: [''] },
      { cursor: 'c3', trail: ['', 'c2'] },
    ]);
    expect(back(third.trail)).toEqual(second);
    expect(back(second.trail)).toEqual({ trail: [] });
  });

  test('goes back to the first page for whoever came by a link', () => {
    expect(back(trailOf(null))).toEqual({ trail: [] });
  });

  test('trusts no history entry that another page wrote', () => {
    expect([trailOf({ trail: ['c2'] }), trailOf({ trail: [1] }), trailOf({ trail: 'c2' }), trailOf('x')]).toEqual([['c2'], [], [], []]);
  });

  test('keeps the filters', () => {
    const parameters = new URLSearchParams('year=2020&after=c2');
    expect([findCursor(parameters), after(parameters, 'c3').toString(), after(parameters, undefined).toString()]).toEqual([
      'c2',
      'year=2020&after=c3',
      'year=2020',
    ]);
  });
});
