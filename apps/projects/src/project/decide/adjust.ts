import { type Milestone, MilestonesInput, projectAdjusted } from '@xietong/contracts-projects';
import { LocalDate, Reason } from '@xietong/domain';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { checkMilestones, checkTerm } from '../plan.ts';
import type { ProjectState } from '../state.ts';

export const Adjust = z.strictObject({ milestones: MilestonesInput, endsOn: LocalDate.optional(), reason: Reason });
export type Adjust = z.output<typeof Adjust>;

export const adjust = (project: ProjectState, input: Adjust) => {
  if (project.status !== 'active') return refuse('not-active', { status: project.status });
  const { startsOn, endsOn: endsOnBefore, plan } = project;
  const { milestones, endsOn = endsOnBefore } = input;
  if (endsOn === endsOnBefore && isSame(milestones, plan.milestones)) return refuse('nothing-adjusted', {}, 'milestones');
  const term = { startsOn, endsOn };
  return checkTerm(term) ?? checkMilestones(milestones, term) ?? [projectAdjusted(input)];
};

const isSame = (some: readonly Milestone[], others: readonly Milestone[]) => listOf(some) === listOf(others);
const listOf = (milestones: readonly Milestone[]) =>
  JSON.stringify(milestones.map(({ no, title, due, weightPercent }) => [no, title, due, weightPercent]).sort());
