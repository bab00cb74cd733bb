import { parseOptions } from './options.ts';

test('without options it is the whole year of its usual seed', () => {
  expect(parseOptions([])).toEqual({ seed: '2022', size: { applications: 320, approved: 100 }, stop: false, forget: false, help: false });
});

test.each([
  [['--seed', 'a b'], 'a seed is up to 40 letters'],
  [['--approved', '200'], 'of 320 applications at most 106 are approved'],
  [['--approved', 'many'], 'a year approves at least 4 applications'],
  [['--forget'], '--forget goes with --stop'],
  [['--years', '2'], 'Unknown option'],
])('%p is refused in a sentence', (words, said) => {
  expect(() => parseOptions(words)).toThrow(said);
});
