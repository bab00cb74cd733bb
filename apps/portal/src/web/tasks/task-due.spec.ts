import { exampleRisk } from '../workbench/testing/example-risk.ts';
import { findTaskDue } from './task-due.ts';

const document = { id: 'p', version: 1, createdAt: '', updatedAt: '' };
const plan = {
  milestones: [
    { no: 1, title: '验收', due: '2026-12-31', weightPercent: 40 },
    { no: 2, title: '样机', due: '2026-03-31', weightPercent: 60 },
  ],
};

describe('what a task is due by', () => {
  test('stands in the document, at the place that the task names', () => {
    expect(findTaskDue(exampleRisk, 'assessment.answerBy')).toEqual({ at: '2026-03-12T16:00:00.000Z', isDay: false });
    expect([findTaskDue(exampleRisk, 'warning.answerBy'), findTaskDue(exampleRisk, undefined)]).toEqual([undefined, undefined]);
  });

  test('is the soonest that is still open, where there are several', () => {
    const followUps = [
      { no: 1, status: 'done', overdueAt: '2028-01-15T23:00:00.000Z' },
      { no: 3, status: 'awaited', overdueAt: '2030-01-15T23:00:00.000Z' },
      { no: 2, status: 'reminded', overdueAt: '2029-01-15T23:00:00.000Z' },
    ];
    expect(findTaskDue({ ...document, acceptance: { followUps } }, 'acceptance.followUps.overdueAt')?.at).toBe('2029-01-15T23:00:00.000Z');
  });

  test('is the day of the next milestone that was not reported as done', () => {
    const reported = { on: '2026-03-31', plannedBasisPoints: 6000, actualBasisPoints: 6000, milestones: [{ no: 2, donePercent: 100 }] };
    expect(findTaskDue({ ...document, plan, progress: [] }, 'plan.milestones.due')).toEqual({ at: '2026-03-31', isDay: true });
    expect(findTaskDue({ ...document, plan, progress: [reported] }, 'plan.milestones.due')).toEqual({ at: '2026-12-31', isDay: true });
  });
});
