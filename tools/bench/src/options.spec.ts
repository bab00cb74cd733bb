import { measureNames } from './measures.ts';
import { parseOptions, usage } from './options.ts';

test('without a word everything is measured in five rounds, and nothing is kept', () => {
  expect(parseOptions([])).toEqual({ rounds: 5, only: measureNames, write: false, help: false });
});

test('measures can be chosen by name', () => {
  expect(parseOptions(['--only', 'store', '--only', 'relay', '--rounds', '2', '--write'])).toEqual({
    rounds: 2,
    only: ['store', 'relay'],
    write: true,
    help: false,
  });
  for (const name of measureNames) expect(usage).toContain(name);
});

test.each([
  ['a measure that there is not', ['--only', 'speed'], "there is no measure 'speed'"],
  ['no rounds', ['--rounds', '0'], '--rounds 0'],
  ['rounds that are no number', ['--rounds', 'many'], '--rounds many'],
  ['an option that there is not', ['--bogus'], '--bogus'],
])('%s is refused by name before an engine starts', (_, args, sentence) => {
  expect(() => parseOptions(args)).toThrow(sentence);
});
