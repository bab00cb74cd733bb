import { randomOf } from './random.ts';

const draws = (seed: string | number): number[] => {
  const random = randomOf(seed);
  return Array.from({ length: 20 }, () => random.whole(1000));
};

test('the same seed gives the same blows, another seed gives others', () => {
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
});

test('what one part draws does not shift what another part gets', () => {
  const random = randomOf(7);
  const before = random.fork('clients').whole(1_000_000);
  random.whole(10);
  expect(random.fork('clients').whole(1_000_000)).toBe(before);
});

test('every number below the bound comes, and none beyond it', () => {
  const random = randomOf(1);
  const seen = new Set(Array.from({ length: 500 }, () => random.whole(6)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

test('shuffling keeps every item', () => {
  const items = Array.from({ length: 50 }, (_, place) => place);
  const shuffled = randomOf(3).shuffled(items);
  expect(shuffled).not.toEqual(items);
  expect([...shuffled].sort((one, other) => one - other)).toEqual(items);
});

test('nothing cannot be picked from', () => {
  expect(() => randomOf(1).pick([])).toThrow('nothing to pick from');
});
