import { ruleSets, rulesOn } from './rule-set.ts';

test('an expert is on the roster for two years, may renew from 90 days before, and conflicts go back three years', () => {
  expect(rulesOn('2026-06-01')).toMatchObject({ rosterYears: 2, renewBeforeDays: 90, conflictYears: 3 });
});

test('every rule set has a name of its own and comes into force after the one before', () => {
  expect(new Set(ruleSets.map(({ id }) => id)).size).toBe(ruleSets.length);
  expect(ruleSets.map(({ since }) => since)).toEqual([...new Set(ruleSets.map(({ since }) => since))].sort());
  for (const set of ruleSets) expect(rulesOn(set.since)).toBe(set);
});
