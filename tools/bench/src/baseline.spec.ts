import { type DatedLine, movedSince, renewed } from './baseline.ts';

const machine = { processors: '2 x one kind', memoryGiB: 24, node: 'v24' };
const line = (what: string, unit: string, least: number, most: number): DatedLine => ({
  date: '2026-01-05',
  id: '7',
  what,
  unit,
  figure: { median: (least + most) / 2, least, most, rounds: 5 },
});
const baseline = { machine, lines: [line('group commit', 'ratio', 3, 5), line('memory', 'MB', 100, 110)] };

test('a figure has moved when its rounds all lie beyond those of the baseline', () => {
  expect(movedSince(baseline, [line('group commit', 'ratio', 5.5, 6.5), line('memory', 'MB', 109, 130)], machine)).toEqual([
    'Moved by more than the noise against the baseline:',
    '7, group commit: 4.00 on 2026-01-05, 6.00 ratio now',
  ]);
});

test('what is new, or within the noise, has not moved', () => {
  expect(movedSince(baseline, [line('group commit', 'ratio', 4.9, 6), line('something new', 'ratio', 9, 9)], machine)).toEqual([
    'Nothing moved by more than the noise against the baseline.',
  ]);
});

test('of another machine only ratios are compared', () => {
  const other = { ...machine, processors: '2 x another kind' };
  expect(movedSince(baseline, [line('group commit', 'ratio', 1, 2), line('memory', 'MB', 200, 210)], other)).toEqual([
    'Moved by more than the noise against the baseline, which is of another machine (2 x one kind): ratios only:',
    '7, group commit: 4.00 on 2026-01-05, 1.50 ratio now',
  ]);
});

test('a run renews what it measured, and keeps the rest of the same machine only', () => {
  const measured = [{ ...line('group commit', 'ratio', 5, 6), date: '2026-02-01' }];
  expect(renewed(baseline, measured, machine).lines.map(({ what, date }) => [what, date])).toEqual([
    ['memory', '2026-01-05'],
    ['group commit', '2026-02-01'],
  ]);
  expect(renewed(baseline, measured, { ...machine, processors: '2 x another kind' }).lines).toEqual(measured);
  expect(renewed(undefined, measured, machine).lines).toEqual(measured);
});
