import fc from 'fast-check';
import { addDays } from './local-date.ts';
import { addWorkingDays, isProvisional, isWorkingDay, workingCalendarOf, workingDaysBetween } from './working-days.ts';

const refusal = (code: string) => expect.objectContaining({ code });

describe("China's working days", () => {
  it.each([
    ['2024-10-01', false, 'National Day 2024'],
    ['2024-10-07', false, 'the last day of that holiday, a Monday'],
    ['2024-09-29', true, 'a Sunday worked to make up for it'],
    ['2024-10-12', true, 'a Saturday worked to make up for it'],
    ['2024-10-13', false, 'an ordinary Sunday'],
    ['2025-10-08', false, 'National Day and Mid-Autumn 2025, eighth day'],
    ['2025-09-28', true, 'a Sunday worked to make up for it'],
    ['2025-10-11', true, 'a Saturday worked to make up for it'],
    ['2026-02-14', true, 'a Saturday worked before the Spring Festival of 2026'],
    ['2026-02-23', false, 'the last day of that Spring Festival, a Monday'],
    ['2026-10-10', true, 'a Saturday worked after National Day 2026'],
    ['2026-06-01', true, 'an ordinary Monday'],
  ] as const)('%s: working day %s, %s', (date, works, _why) => {
    expect(isWorkingDay(date, 'CN')).toBe(works);
  });

  it.each(['2003-12-31', '2027-01-01'] as const)('are not guessed for %s, a year not announced', (date) => {
    expect(() => isWorkingDay(date, 'CN')).toThrow(refusal('calendar-year-unknown'));
  });

  it('refuse a deadline that would reach into a year not announced', () => {
    expect(addWorkingDays('2026-12-30', 1, 'CN')).toBe('2026-12-31');
    expect(() => addWorkingDays('2026-12-30', 2, 'CN')).toThrow(refusal('calendar-year-unknown'));
  });
});

describe('a deadline in working days', () => {
  it.each([
    ['2024-09-30', 1, 'CN', '2024-10-08'],
    ['2024-09-27', 2, 'CN', '2024-09-30'],
    ['2024-10-11', 1, 'CN', '2024-10-12'],
    ['2025-09-30', 30, 'CN', '2025-11-18'],
    ['2024-09-30', 1, 'weekdays', '2024-10-01'],
    ['2024-10-11', 1, 'weekdays', '2024-10-14'],
    ['2024-10-12', 0, 'weekdays', '2024-10-12'],
    ['2090-01-06', 5, 'weekdays', '2090-01-13'],
  ] as const)('from %s, %i days by the calendar %s, is %s', (from, count, calendar, to) => {
    expect(addWorkingDays(from, count, calendar)).toBe(to);
  });

  it.each([-1, 0.5, Number.NaN])('is refused for %p days', (count) => {
    expect(() => addWorkingDays('2024-10-11', count, 'weekdays')).toThrow(refusal('day-count-invalid'));
  });

  it('falls on a working day, and counting back to it gives the number asked for', () => {
    const date = fc.integer({ min: 0, max: 7000 }).map((days) => addDays('2004-01-01', days));
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), fc.constantFrom('CN', 'weekdays'), (from, count, calendar) => {
        const to = addWorkingDays(from, count, calendar);
        expect(isWorkingDay(to, calendar)).toBe(true);
        expect(workingDaysBetween(from, to, calendar)).toBe(count);
        expect(workingDaysBetween(to, from, calendar)).toBe(-count);
      }),
    );
  });
});

describe('a deadline that may reach into a year not announced', () => {
  it.each([
    ['2026-12-30', 1, '2026-12-31', false],
    ['2026-12-30', 2, '2027-01-01', true],
    ['2026-12-31', 5, '2027-01-07', true],
    ['2027-03-05', 1, '2027-03-08', true],
  ] as const)('from %s, %i days, is %s, provisional: %s', (from, count, to, provisional) => {
    expect(addWorkingDays(from, count, 'CN-forecast')).toBe(to);
    expect(isProvisional(to, 'CN-forecast')).toBe(provisional);
    expect(workingDaysBetween(from, to, 'CN-forecast')).toBe(count);
  });

  it('is the very deadline where all its days have been announced, and then it is not provisional', () => {
    const date = fc.integer({ min: 0, max: 7000 }).map((days) => addDays('2004-01-01', days));
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count, 'CN');
        expect([addWorkingDays(from, count, 'CN-forecast'), isProvisional(to, 'CN-forecast')]).toEqual([to, false]);
      }),
    );
  });

  it('is counted as its country counts', () => {
    expect((['CN-331082', 'NO-03'] as const).map(workingCalendarOf)).toEqual(['CN-forecast', 'weekdays']);
  });
});
