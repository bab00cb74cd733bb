import { endOfDayAt, todayAt } from './agency-day.ts';

test("a day is the agency's own: it begins in Linhai hours before it does in Oslo", () => {
  expect(todayAt('CN-331082/kjj', '2026-03-09T16:00:00.000Z')).toBe('2026-03-10');
  expect(todayAt('NO-03/rcn', '2026-03-09T16:00:00.000Z')).toBe('2026-03-09');
});

test('it ends with the first moment of the next', () => {
  expect(endOfDayAt('CN-331082/kjj', '2026-03-10')).toBe('2026-03-10T16:00:00.000Z');
  expect(endOfDayAt('NO-03/rcn', '2026-07-10')).toBe('2026-07-10T22:00:00.000Z');
});
