import { rulesOn } from '../rules/rule-set.ts';
import { isLagging } from './standing.ts';

test('how far a project may lag before it is warned is the number of its rules', () => {
  const standing = { on: '2026-03-31', plannedBasisPoints: 4000, actualBasisPoints: 2800 } as const;
  const rules = rulesOn('2026-03-31');
  expect(isLagging(standing, { ...rules, lagWarnedAbovePercent: 29 })).toBe(true);
  expect(isLagging(standing, { ...rules, lagWarnedAbovePercent: 30 })).toBe(false);
});
