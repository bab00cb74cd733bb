import type { LocalDate } from '@xietong/domain';
import { workingDaysAfter } from './calendar.ts';
import { timeLeft } from './time-left.ts';

const left = (today: LocalDate, lastDay: LocalDate, region: 'CN-331082' | 'NO-03' = 'CN-331082') =>
  timeLeft(today, lastDay, region, workingDaysAfter);

describe('the working days that are left', () => {
  // China's calendar of 2026: the days worked on a weekend to make up for a holiday count, the holidays do not.
  test.each([
    ['2026-01-02', '2026-01-05', 2, 'Sunday, 4 January, is worked for New Year'],
    ['2026-02-13', '2026-02-14', 1, 'Saturday, 14 February, is worked before the Spring Festival'],
    ['2026-02-13', '2026-02-24', 2, 'the nine days of the Spring Festival do not count'],
    ['2026-02-27', '2026-02-28', 1, 'Saturday, 28 February, is worked after it'],
    ['2026-05-08', '2026-05-09', 1, 'Saturday, 9 May, is worked for Labour Day'],
    ['2026-09-18', '2026-09-20', 1, 'Sunday, 20 September, is worked for National Day'],
    ['2026-09-30', '2026-10-10', 3, 'so is Saturday, 10 October, and the week before is off'],
    ['2026-03-10', '2026-04-22', 30, 'the thirty working days of a decision, Tomb-Sweeping Day in between'],
  ] as const)('from %s until %s are %i: %s', (today, lastDay, workingDays, _why) => {
    expect(left(today, lastDay)).toEqual({ standing: 'open', workingDays });
  });

  test('are Monday to Friday where the holidays are not known here', () => {
    expect(left('2026-02-13', '2026-02-14', 'NO-03')).toEqual({ standing: 'open', workingDays: 0 });
    expect(left('2026-02-13', '2026-02-24', 'NO-03')).toEqual({ standing: 'open', workingDays: 7 });
  });

  test('are none on the last day, which is still in time', () => {
    expect(left('2026-03-12', '2026-03-12')).toEqual({ standing: 'last-day', workingDays: 0 });
  });

  test('are those gone by once it is late, none of them over a weekend', () => {
    expect(left('2026-03-17', '2026-03-12')).toEqual({ standing: 'late', workingDays: 3 });
    expect(left('2026-03-14', '2026-03-13')).toEqual({ standing: 'late', workingDays: 0 });
  });
});
