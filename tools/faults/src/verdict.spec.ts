import { broken, renderVerdict, toVerdict } from './verdict.ts';

const scenario = { number: 4, sentence: 'nothing is lost' };
const outcome = { bites: { kills: 3, duplicates: 2 }, mustBite: ['duplicates'], figures: { acknowledged: 12 }, findings: [] };

test('a scenario that found nothing although its fault bit is held, and says so in one line', () => {
  const verdict = toVerdict(scenario, outcome, 12.4);
  expect(verdict.held).toBe(true);
  expect(renderVerdict(verdict)).toBe('held    4  nothing is lost: 12 acknowledged, 3 kills, 2 duplicates (12 s)');
});

test('a fault that did not bite fails its scenario, however well everything went', () => {
  const verdict = toVerdict(scenario, { ...outcome, bites: { kills: 3, duplicates: 0 } }, 1);
  expect(verdict.held).toBe(false);
  expect(verdict.findings).toEqual([expect.stringContaining('the fault did not bite: duplicates is 0')]);
});

test('a finding fails the scenario, and the line counts the findings', () => {
  const verdict = toVerdict(scenario, { ...outcome, findings: ['a/1 is lost'] }, 1);
  expect(renderVerdict(verdict)).toMatch(/^FAILED .*; 1 finding$/);
});

test('a scenario that broke off fails with the reason', () => {
  expect(toVerdict(scenario, broken(new Error('no broker')), 1)).toMatchObject({
    held: false,
    findings: ['it did not come to its end: no broker'],
  });
});
