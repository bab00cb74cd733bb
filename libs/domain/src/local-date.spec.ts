import fc from 'fast-check';
import { z } from 'zod';
import { addDays, addMonths, compareDates, daysBetween, isLocalDate, LocalDate, weekdayOf } from './local-date.ts';

const date = fc.integer({ min: -300_000, max: 2_800_000 }).map((days) => addDays('1970-01-01', days));

describe('a local date', () => {
  it.each(['2024-02-29', '2025-12-31', '1000-01-01', '9999-12-31'])('is a day of the calendar: %s', (text) => {
    expect(LocalDate.parse(text)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '25.05.2020',
    '2020-05-25T00:00',
    '+12024-01-01',
    '0000-01-01',
    '0999-12-31',
    '',
  ])('is not %j', (text) => {
    expect(LocalDate.safeParse(text).success).toBe(false);
  });

  it('is never text that nobody has parsed', () => {
    const text: string = '2024-02-29';
    // @ts-expect-error a plain string has to pass LocalDate or isLocalDate first
    const unparsed: LocalDate = text;
    expect(isLocalDate(unparsed)).toBe(true);
  });

  it('tells readers of the API that it is a date', () => {
    expect(z.toJSONSchema(LocalDate)).toMatchObject({ type: 'string', format: 'date' });
  });
});

describe('counting days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ] as const)('%s moved by %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it('there and back leads to the same day, and the distance is the number of days', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -10_000, max: 10_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
      }),
    );
  });

  it('refuses to leave the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(expect.objectContaining({ code: 'date-out-of-range' }));
    expect(() => addDays('1000-01-01', -1)).toThrow(expect.objectContaining({ code: 'date-out-of-range' }));
    expect(() => addDays('2024-01-01', Number.NaN)).toThrow(expect.objectContaining({ code: 'date-out-of-range' }));
  });
});

describe('counting months', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-10-31', 4, '2025-02-28'],
    ['2024-05-15', 36, '2027-05-15'],
    ['1004-02-29', 48, '1008-02-29'],
  ] as const)('%s moved by %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('lands in the month asked for, never on a later day of the month', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -1200, max: 1200 }), (from, months) => {
        const monthNumber = (d: LocalDate) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
        const to = addMonths(from, months);
        expect(isLocalDate(to)).toBe(true);
        expect(monthNumber(to) - monthNumber(from)).toBe(months);
        expect(to.slice(8) <= from.slice(8)).toBe(true);
      }),
    );
  });
});

describe('the order of dates', () => {
  it('is that of the calendar, in sorting and with the less-than sign alike', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(compareDates(a, b) < 0).toBe(a < b);
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(daysBetween(b, a)) + 0);
      }),
    );
  });
});

it('a week begins on Monday with 1 and ends on Sunday with 7', () => {
  expect(weekdayOf('2024-10-07')).toBe(1);
  expect(weekdayOf('2024-10-13')).toBe(7);
});
