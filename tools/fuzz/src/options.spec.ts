import { parseOptions } from './options.ts';

const read = (...args: string[]) => parseOptions(args, ['projects', 'reporting'], 7);

test('every service is fuzzed unless one is named', () => {
  expect(read()).toEqual({ only: ['projects', 'reporting'], examples: 50, seed: 7, help: false });
  expect(read('--only', 'reporting', '--seconds', '9', '--seed', '3')).toMatchObject({ only: ['reporting'], seconds: 9, seed: 3 });
});

test.each([
  [['--only', 'portal'], 'there is no service portal: the services are projects, reporting'],
  [['--examples', '0'], '--examples 0: a whole number from 1 on is wanted'],
  [['--seed', 'x'], '--seed x: a whole number from 1 on is wanted'],
  [['--fast'], /--fast/],
])('%j is refused by name', (args, message) => {
  expect(() => read(...args)).toThrow(message);
});
