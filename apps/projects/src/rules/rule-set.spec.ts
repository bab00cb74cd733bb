import { RuleSetId } from '@xietong/contracts-projects';
import { ruleSets, rulesOf, rulesOn } from './rule-set.ts';

test('a case is judged by the rules that it began under, and one from before rules had names by the first', () => {
  for (const set of ruleSets) expect(rulesOf(set.id)).toBe(set);
  expect(rulesOf(undefined)).toBe(ruleSets[0]);
  expect(() => rulesOf('1949')).toThrow("there is no rule set '1949'");
});

test('the rules of a day are those that came into force last, and before all of them the first', () => {
  for (const set of ruleSets) expect(rulesOn(set.since)).toBe(set);
  expect(rulesOn('2024-12-31')).toBe(ruleSets[0]);
});

test('every rule set has a name that an event can carry, and comes into force after the one before', () => {
  expect(ruleSets.filter(({ id }) => !RuleSetId.safeParse(id).success)).toEqual([]);
  expect(ruleSets.map(({ since }) => since)).toEqual([...new Set(ruleSets.map(({ since }) => since))].sort());
});

test('an application is decided within 30 working days and its officer reminded at 20; a warning is answered within 48 hours', () => {
  expect(rulesOn('2026-06-01')).toMatchObject({ decisionWorkingDays: 30, decisionReminderWorkingDays: 20, warningAnswerHours: 48 });
});
