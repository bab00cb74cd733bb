import { MilestoneProgress, projectProgressReported, projectWarned } from '@xietong/contracts-projects';
import { addHours, LocalDate } from '@xietong/domain';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { rulesOf } from '../../rules/rule-set.ts';
import { latestDayAt } from '../latest-day.ts';
import { isStopUndecided } from '../midway.ts';
import { isRepeated } from '../plan.ts';
import { isDecisionDue } from '../quarters.ts';
import { donePercentOf, isLagging, standingOn } from '../standing.ts';
import { findUnansweredWarning, type ProjectState } from '../state.ts';

export const ReportProgress = z.strictObject({ on: LocalDate, milestones: z.array(z.strictObject(MilestoneProgress.shape)).max(100) });
export type ReportProgress = z.output<typeof ReportProgress>;

export const reportProgress = (project: ProjectState, { on, milestones }: ReportProgress, { now }: Context) => {
  if (project.status !== 'active') return refuse('not-active', { status: project.status });
  const latestOn = latestDayAt(now);
  if (on > latestOn) return refuse('report-in-the-future', { latestOn }, 'on');
  const { plan, progress, quarters, midway } = project;
  const last = progress.at(-1);
  if (last && on < last.on) return refuse('report-out-of-order', { lastReportOn: last.on }, 'on');
  if (isDecisionDue(quarters, on)) return refuse('decision-due', { quarters: quarters.map(({ quarter }) => quarter) });
  if (isStopUndecided(midway)) return refuse('stop-undecided');
  for (const [place, { no }] of milestones.entries()) {
    if (isRepeated(milestones, place)) return refuse('milestone-repeated', { no }, `milestones.${place}.no`);
    if (plan.milestones.every((planned) => planned.no !== no)) return refuse('milestone-unknown', { no }, `milestones.${place}.no`);
  }

  // A milestone that the report does not name stands as it was last reported.
  const known = [...milestones, ...(last?.milestones ?? [])];
  const done = plan.milestones.map(({ no }) => ({ no, donePercent: donePercentOf(no, known) }));
  const standing = standingOn(on, plan, done);
  const reported = projectProgressReported({ ...standing, milestones: done });
  const rules = rulesOf(project.rules);
  // One warning at a time: while one waits for its answer, a further bad report changes nothing about it.
  if (!isLagging(standing, rules) || findUnansweredWarning(project)) return [reported];
  return [reported, projectWarned({ ...standing, answerBy: addHours(now, rules.warningAnswerHours) })];
};
