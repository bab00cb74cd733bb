import type { LocalDate } from '@xietong/domain';
import fc from 'fast-check';
import { isDecisionDue, type QuarterStanding, withReport } from './quarters.ts';

const report = fc.record({ month: fc.integer({ min: 1, max: 12 }), actualBasisPoints: fc.constantFrom(4999, 5000) });
const reports = fc
  .array(report, { minLength: 1, maxLength: 12 })
  .map((all) =>
    all
      .toSorted((a, b) => a.month - b.month)
      .map(({ month, actualBasisPoints }) => ({ on: dayIn(month), plannedBasisPoints: 5000, actualBasisPoints })),
  );
const dayIn = (month: number): LocalDate => `2026-${String(month).padStart(2, '0')}-15` as LocalDate;
const quartersAfter = (all: Parameters<typeof withReport>[1][]) => all.reduce<QuarterStanding[]>(withReport, []);

test('a decision is due exactly when the last reports of the two quarters last reported on stand below plan', () => {
  fc.assert(
    fc.property(reports, (all) => {
      const lastOfEach = Map.groupBy(all, ({ on }) => Math.floor((Number(on.slice(5, 7)) - 1) / 3));
      const lastTwo = [...lastOfEach.values()].slice(-2).map((ofQuarter) => ofQuarter.at(-1));
      const behind = lastTwo.filter((last) => last?.actualBasisPoints === 4999);
      expect(isDecisionDue(quartersAfter(all), '2027-01-01')).toBe(behind.length === 2);
    }),
  );
});

test('no decision is due while the second of the quarters lasts', () => {
  const quarters = quartersAfter([3, 4].map((month) => ({ on: dayIn(month), plannedBasisPoints: 5000, actualBasisPoints: 0 })));
  expect(isDecisionDue(quarters, '2026-06-30')).toBe(false);
  expect(isDecisionDue(quarters, '2026-07-01')).toBe(true);
});
