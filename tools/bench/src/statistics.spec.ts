import { figureOf, interleaved } from './statistics.ts';

describe('the figure of several rounds', () => {
  it('is the middle one, with the least and the most', () => {
    expect(figureOf([5, 1, 3])).toEqual({ median: 3, least: 1, most: 5, rounds: 3 });
    expect(figureOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4, rounds: 4 });
  });

  it('does not exist without a round', () => {
    expect(() => figureOf([])).toThrow('no round');
  });
});

describe('two sides measured in turn', () => {
  it('change places from round to round', async () => {
    const order: string[] = [];
    const side = (name: string) => async () => {
      order.push(name);
      return name;
    };
    const pairs = await interleaved(3, side('ours'), side('bare'));
    expect(order).toEqual(['ours', 'bare', 'bare', 'ours', 'ours', 'bare']);
    expect(pairs).toEqual(Array.from({ length: 3 }, () => ({ one: 'ours', other: 'bare' })));
  });
});
