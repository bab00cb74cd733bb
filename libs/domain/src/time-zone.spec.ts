import fc from 'fast-check';
import { LocalDate } from './local-date.ts';
import { dayAt, endOfDay, startOfDay, timeZoneOf } from './time-zone.ts';

describe('the day in a time zone', () => {
  it('begins in Shanghai at 16:00 UTC of the day before', () => {
    expect(startOfDay('2026-10-08', 'Asia/Shanghai')).toBe('2026-10-07T16:00:00.000Z');
    expect(endOfDay('2026-10-08', 'Asia/Shanghai')).toBe('2026-10-08T16:00:00.000Z');
    expect(dayAt('2026-10-07T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-10-07');
    expect(dayAt('2026-10-07T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-10-08');
  });

  it('has 23 and 25 hours in Oslo when the clocks are changed', () => {
    expect(startOfDay('2026-03-29', 'Europe/Oslo')).toBe('2026-03-28T23:00:00.000Z');
    expect(endOfDay('2026-03-29', 'Europe/Oslo')).toBe('2026-03-29T22:00:00.000Z');
    expect(endOfDay('2026-10-25', 'Europe/Oslo')).toBe('2026-10-25T23:00:00.000Z');
  });

  it('begins at one o’clock where the clocks are put forward at midnight', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });

  it('is the day of its first moment, and of no moment before that', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true });
    const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Oslo', 'America/St_Johns', 'UTC', 'Pacific/Auckland');
    fc.assert(
      fc.property(day, zone, (date, timeZone) => {
        const on = LocalDate.parse(date.toISOString().slice(0, 10));
        const start = startOfDay(on, timeZone);
        const before = new Date(Date.parse(start) - 1).toISOString() as typeof start;
        expect([dayAt(start, timeZone), dayAt(before, timeZone) < on]).toEqual([on, true]);
      }),
    );
  });
});

test('a region has the time zone of its country, and UTC where that is not known', () => {
  expect((['CN-331082', 'CN-650100', 'NO-03', 'DE-BY'] as const).map(timeZoneOf)).toEqual([
    'Asia/Shanghai',
    'Asia/Shanghai',
    'Europe/Oslo',
    'UTC',
  ]);
});
