import { inForceOn } from './in-force.ts';
import type { LocalDate } from './local-date.ts';

test('a rule is in force from its day until the day before the next one is, and the first one before there were any', () => {
  const first: { since: LocalDate } = { since: '2025-01-01' };
  const second: { since: LocalDate } = { since: '2027-07-01' };
  const on = (day: LocalDate) => inForceOn([first, second], day);
  expect([on('2024-12-31'), on('2025-01-01'), on('2027-06-30')]).toEqual([first, first, first]);
  expect([on('2027-07-01'), on('2030-01-01')]).toEqual([second, second]);
});
