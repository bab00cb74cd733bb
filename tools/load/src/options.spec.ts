import { scenarios, waitingScenarios } from '../scenarios/scenarios.ts';
import { parseOptions, usage } from './options.ts';

const portal = 'http://127.0.0.1:4100';

test('without a word every scenario is run once, at its own rate, on a platform of its own', () => {
  expect(parseOptions([])).toEqual({ scenarios, find: false, write: false, help: false });
});

test('scenarios, rate and seconds can be chosen', () => {
  const options = parseOptions(['--only', 'command-mix', '--rate', '20', '--seconds', '3', '--write']);
  expect(options).toMatchObject({ rate: 20, seconds: 3, write: true });
  expect(options.scenarios.map(({ name }) => name)).toEqual(['command-mix']);
});

test('a probe of the finder takes ten seconds unless told otherwise', () => {
  expect(parseOptions(['--find'])).toMatchObject({ find: true, seconds: 10 });
  expect(parseOptions(['--find', '--seconds', '4'])).toMatchObject({ seconds: 4 });
});

test('a running platform is named by its portal, and what it is to bear is named too', () => {
  expect(parseOptions(['--target', `${portal}/`, '--only', 'figure-queries'])).toMatchObject({ target: portal });
});

test('the usage lists every scenario, and says what one that cannot be run yet waits for', () => {
  for (const { name } of scenarios) expect(usage).toContain(`    ${name}`);
  for (const { name, waitsFor } of waitingScenarios) expect(usage).toMatch(new RegExp(`${name} +not yet: ${waitsFor}`));
});

test.each([
  ['a scenario that there is not', ['--only', 'speed'], "there is no scenario 'speed'"],
  ['a scenario that cannot be run yet', ['--only', 'partner-flood'], 'partner-flood cannot be run yet: it waits for federation'],
  ['no rate', ['--rate', '0'], '--rate 0: a whole number from 1 to 10000'],
  ['a rate that no process could send', ['--rate', '10001'], '--rate 10001'],
  ['a rate that is no number', ['--rate', '1e3'], '--rate 1e3'],
  ['seconds that outlast a token', ['--seconds', '601'], '--seconds 601: a whole number from 1 to 600'],
  ['a target that is no address', ['--target', 'portal', '--only', 'command-mix'], '--target portal'],
  ['a target of another scheme', ['--target', 'file:///portal', '--only', 'command-mix'], '--target file:///portal'],
  ['a target without a scenario', ['--target', portal], '--target wants --only'],
  ['seeking the limit of a running platform', ['--target', portal, '--only', 'command-mix', '--find'], 'wants a platform of its own'],
  ['an option that there is not', ['--bogus'], '--bogus'],
  ['a word that is no option', ['fast'], 'fast'],
])('%s is refused by name before anything starts', (_, args, sentence) => {
  expect(() => parseOptions(args)).toThrow(sentence);
});
