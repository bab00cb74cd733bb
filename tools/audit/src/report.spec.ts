import type { PlaceReport } from './report.ts';
import { renderReport } from './report.ts';

const whole: PlaceReport = { name: 'xietong-projects', aggregates: 3, events: 14, findings: [] };
const finding = {
  kind: 'deleted',
  subject: 'project/1',
  event: 'project/1/2',
  sentence: "'project/1/2' is missing: the next event that is there has version 3",
} as const;

test('a journal without findings has a verdict alone, which says what was looked at and what was not', () => {
  expect(renderReport([whole])).toBe('whole (xietong-projects: 3 aggregates, 14 events; seals not compared, use --seals)');
});

test('the verdict says until when each agency is sealed', () => {
  const sealedTo = [
    { agency: 'NO-03/rcn', date: '2026-11-27', head: 'a' },
    { agency: 'NO-03/inn', date: undefined, head: '' },
  ] as const;
  expect(renderReport([{ ...whole, sealedTo }])).toBe(
    'whole (xietong-projects: 3 aggregates, 14 events; sealed: NO-03/rcn to 2026-11-27, NO-03/inn to no day yet)',
  );
  expect(renderReport([{ ...whole, sealedTo: [] }])).toContain('nothing sealed yet');
});

test('each finding is a sentence, and the verdict comes last', () => {
  expect(renderReport([{ ...whole, findings: [finding] }]).split('\n')).toEqual([
    `xietong-projects  deleted  ${finding.sentence}`,
    expect.stringMatching(/^not whole, 1 finding \(/),
  ]);
});

test('an id that somebody altered cannot write on the terminal', () => {
  const sentence = 'no document has \u001b[2Jproject';
  expect(renderReport([{ ...whole, findings: [{ ...finding, sentence }] }])).not.toContain('\u001b');
});
