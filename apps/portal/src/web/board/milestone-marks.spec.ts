import fc from 'fast-check';
import { milestoneMarksOf, placeIn, spanOf, ticksOf } from './milestone-marks.ts';

const plan = {
  milestones: [
    { no: 1, title: '样机', due: '2026-03-31', weightPercent: 40 },
    { no: 2, title: '接入', due: '2026-06-30', weightPercent: 30 },
    { no: 3, title: '手册', due: '2026-12-31', weightPercent: 30 },
  ],
} as const;
const report = (on: string, ...percents: readonly number[]) => ({
  on: on as '2026-01-01',
  plannedBasisPoints: 0,
  actualBasisPoints: 0,
  milestones: percents.map((donePercent, place) => ({ no: place + 1, donePercent })),
});
const marks = (...progress: ReturnType<typeof report>[]) =>
  milestoneMarksOf({ plan: { milestones: [...plan.milestones] }, progress }, '2026-07-01').map(
    ({ state, reachedOn }) => reachedOn ?? state,
  );

describe('a milestone on the line of time', () => {
  test('is late once its day is over without being done, and planned until then', () => {
    expect(marks()).toEqual(['late', 'late', 'planned']);
  });

  test('is reached on the day of the first report that says so', () => {
    expect(marks(report('2026-03-20', 60, 0, 0), report('2026-04-10', 100, 50, 0), report('2026-05-10', 100, 80, 0))).toEqual([
      '2026-04-10',
      'late',
      'planned',
    ]);
  });

  test('is reached again only where a later report took it back', () => {
    const takenBack = [report('2026-04-10', 100, 0, 0), report('2026-05-10', 90, 0, 0)] as const;
    expect(marks(...takenBack)).toEqual(['late', 'late', 'planned']);
    expect(marks(...takenBack, report('2026-06-10', 100, 0, 0))).toEqual(['2026-06-10', 'late', 'planned']);
  });
});

describe('the time that is drawn', () => {
  test('is the months of all days, and today’s', () => {
    expect(spanOf(['2026-03-31', '2026-12-31'], '2026-07-01')).toEqual({ from: '2026-03-01', to: '2027-01-01' });
    expect(spanOf([], '2026-07-15')).toEqual({ from: '2026-07-01', to: '2026-08-01' });
  });

  test('has every day within it, the first one at its beginning', () => {
    const day = fc.integer({ min: 0, max: 5000 }).map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 10 }), day, (days, today) => {
        const span = spanOf(days, today);
        for (const each of [...days, today]) {
          expect(placeIn(span, each)).toBeGreaterThanOrEqual(0);
          expect(placeIn(span, each)).toBeLessThan(100);
        }
        expect(placeIn(span, span.from)).toBe(0);
        expect(ticksOf(span).length).toBeLessThanOrEqual(8);
        expect(ticksOf(span)[0]).toBe(span.from);
      }),
    );
  });
});
