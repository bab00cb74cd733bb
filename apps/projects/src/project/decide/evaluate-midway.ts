import { MidwayVerdictInput, projectEvaluatedMidway } from '@xietong/contracts-projects';
import { addDays } from '@xietong/domain';
import { type Context, endOfDayAt, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { rulesOf } from '../../rules/rule-set.ts';
import type { ProjectState } from '../state.ts';

export const EvaluateMidway = z.strictObject({ verdict: MidwayVerdictInput, finding: projectEvaluatedMidway.schema.shape.finding });
export type EvaluateMidway = z.output<typeof EvaluateMidway>;

/** Once, and once more after each adjustment of the plan; a new evaluation takes the place of the one before and of what that one wanted. */
export const evaluateMidway = (project: ProjectState, { verdict, finding }: EvaluateMidway, { now }: Context) => {
  const { status, registrar, rules } = project;
  if (status !== 'active') return refuse('not-active', { status });
  if (project.midway && !project.midway.planAdjustedSince) return refuse('evaluated-already');
  if (verdict.kind !== 'to-be-corrected') return [projectEvaluatedMidway({ verdict, finding })];
  const earliestBy = todayAt(registrar, now);
  const latestBy = addDays(earliestBy, rulesOf(rules).correctionDaysMax);
  if (verdict.by < earliestBy || verdict.by > latestBy) return refuse('correction-day-unsuitable', { earliestBy, latestBy }, 'verdict.by');
  const overdueAt = endOfDayAt(registrar, verdict.by);
  return [projectEvaluatedMidway({ verdict: { ...verdict, overdueAt }, finding })];
};
