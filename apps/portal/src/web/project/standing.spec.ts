import { findLatestReport, lagOf, toMilestoneLines } from './standing.ts';

const plan = {
  milestones: [
    { no: 2, title: '验收', due: '2027-06-30', weightPercent: 60 },
    { no: 1, title: '样机', due: '2026-12-31', weightPercent: 40 },
  ],
} as const;
const march = { on: '2026-03-31', plannedBasisPoints: 3_000, actualBasisPoints: 3_000, milestones: [{ no: 1, donePercent: 40 }] } as const;
const june = { on: '2026-06-30', plannedBasisPoints: 5_000, actualBasisPoints: 2_500, milestones: [{ no: 1, donePercent: 60 }] } as const;
const project = {
  plan: { milestones: [...plan.milestones] },
  progress: [
    { ...june, milestones: [...june.milestones] },
    { ...march, milestones: [...march.milestones] },
  ],
};

describe('a project against its plan', () => {
  test('stands where its newest report says, in whatever order the reports come', () => {
    expect(findLatestReport(project)?.on).toBe('2026-06-30');
    expect(findLatestReport({ progress: [] })).toBeUndefined();
  });

  test('lags by what was planned and is not done, and never by less than nothing', () => {
    expect([lagOf(june), lagOf(march), lagOf({ plannedBasisPoints: 0, actualBasisPoints: 100 })]).toEqual([0.25, 0, 0]);
  });

  test('lists its milestones by due day with what was reported of them', () => {
    expect(toMilestoneLines(project)).toEqual([
      { no: 1, title: '样机', due: '2026-12-31', weightPercent: 40, donePercent: 60 },
      { no: 2, title: '验收', due: '2027-06-30', weightPercent: 60 },
    ]);
  });

  test('has no milestones before it has a plan', () => {
    expect(toMilestoneLines({ progress: [] })).toEqual([]);
  });
});
