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
  return checkTerm(term) ?? checkMilestones(milestones, term) ?? checkNumbers(milestones, project) ?? [projectAdjusted(input)];
};

/**
 * Reports name milestones by number, so a number stands for one milestone for ever: under it a new one would begin with what was
 * reported of another. Its day and its weight may change, not what it is.
 */
function checkNumbers(milestones: readonly Milestone[], { plan, progress }: Extract<ProjectState, { status: 'active' }>) {
  const reported = new Set(progress.flatMap((report) => report.milestones.flatMap(({ no, donePercent }) => (donePercent > 0 ? [no] : []))));
  for (const [place, { no, title }] of milestones.entries()) {
    const before = plan.milestones.find((milestone) => milestone.no === no);
    if (reported.has(no) && before?.title !== title) return refuse('milestone-number-used', { no }, `milestones.${place}.no`);
  }
  return undefined;
}

const isSame = (some: readonly Milestone[], others: readonly Milestone[]) => listOf(some) === listOf(others);
const listOf = (milestones: readonly Milestone[]) =>
  JSON.stringify(milestones.map(({ no, title, due, weightPercent }) => [no, title, due, weightPercent]).sort());
