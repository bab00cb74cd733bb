import { parseOptions, usage } from './options.ts';
import { scenarios } from './scenarios.ts';

test('without a word every scenario runs, with two hundred kills a point and a seed by chance', () => {
  expect(parseOptions([], 4711)).toEqual({
    only: scenarios.map(({ number }) => number),
    seed: 4711,
    kills: 200,
    long: false,
    write: false,
    help: false,
  });
});

test('a scenario can be run alone with a seed that was logged', () => {
  expect(parseOptions(['--only', '4', '--only', '9', '--seed', '7', '--kills', '20', '--long', '--report', 'r.json'], 1)).toMatchObject({
    only: [4, 9],
    seed: 7,
    kills: 20,
    long: true,
    report: 'r.json',
  });
});

test('a scenario that does not exist is named with those that do', () => {
  expect(() => parseOptions(['--only', '12'], 1)).toThrow('there is no scenario 12: the scenarios are 1, 2, 3, 4');
});

test.each(['0', '-1', 'many', '1.5', ''])("'%s' is no number of kills", (word) => {
  expect(() => parseOptions([`--kills=${word}`], 1)).toThrow('--kills');
});

test('the checks 1 to 11, 22, 24 and 27 and the drill each have one scenario, and the help tells its sentence', () => {
  expect(scenarios.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 22, 24, 27, 28]);
  for (const { sentence } of scenarios) expect(usage).toContain(sentence);
});
