import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepVerdict } from './kept-verdicts.ts';
import type { KeptVerdict } from './report.ts';
import { toVerdict } from './verdict.ts';

const run = { date: '2026-11-28', machine: '2 x AMD EPYC', seed: 7, kills: 200, long: false };
const outcome = { bites: { kills: 3, duplicates: 2 }, mustBite: ['duplicates'], figures: { acknowledged: 12 }, findings: [] };
const verdictOf = (number: number, findings: string[] = [], changes = {}): KeptVerdict => ({
  ...toVerdict({ number, sentence: `promise ${number}` }, { ...outcome, findings }, 1),
  run: { ...run, ...changes },
});

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'xietong-verdicts-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const page = (): string => readFileSync(join(folder, 'faults.md'), 'utf8');

test('the page has a row a scenario with its run, the machine, and what was found', () => {
  keepVerdict(folder, verdictOf(4));
  keepVerdict(folder, verdictOf(9, ['a/1 is lost']));
  expect(page()).toContain(
    '| 4 | promise 4 | held | 3 kills, 2 duplicates | 12 acknowledged | 1 | 2026-11-28, seed 7, 200 kills a point |',
  );
  expect(page()).toContain('| 9 | promise 9 | **failed** |');
  expect(page()).toContain('- 9: a/1 is lost');
  expect(page()).toContain('Machine: 2 x AMD EPYC.');
});

test('a scenario that is run again replaces its own verdict and leaves the others, in the order of the checks', () => {
  keepVerdict(folder, verdictOf(22));
  keepVerdict(folder, verdictOf(4, ['a/1 is lost']));
  keepVerdict(folder, verdictOf(4, [], { date: '2026-11-29', seed: 8, long: true }));
  const rows = page()
    .split('\n')
    .filter((line) => /^\| \d/.test(line));
  expect(rows).toEqual([
    expect.stringMatching(/^\| 4 .* held .* 2026-11-29, seed 8, 200 kills a point, outages of ten minutes \|$/),
    expect.stringMatching(/^\| 22 /),
  ]);
  expect(page()).not.toContain('Findings');
});
