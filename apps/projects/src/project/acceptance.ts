import {
  FollowUp as Answer,
  FollowUpTime,
  projectAcceptanceRequested,
  projectAccepted,
  type projectFollowedUp,
  type projectFollowUpReminded,
  projectRejected,
} from '@xietong/contracts-projects';
import { z } from 'zod';
import { inState } from './in-state.ts';
import type { ProjectState } from './state.ts';

const FollowUp = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('awaited'), ...FollowUpTime.shape }),
  z.strictObject({ status: z.literal('reminded'), ...FollowUpTime.shape }),
  z.strictObject({ status: z.literal('done'), ...FollowUpTime.shape, ...Answer.shape, late: z.boolean() }),
]);

const requested = projectAcceptanceRequested.schema.shape;

/** Acceptance before it is given: a verdict is awaited, or the last one says what is missing. */
export const AcceptanceSought = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('requested'), ...requested }),
  z.strictObject({ status: z.literal('rejected'), ...requested, ...projectRejected.schema.shape }),
]);

/** Acceptance as it was given, and what came of the project in the years after it. */
export const AcceptanceGiven = z.strictObject({
  status: z.literal('accepted'),
  ...requested,
  ...projectAccepted.schema.shape,
  followUps: z.array(FollowUp),
});

/** The follow-ups of an accepted project, the earliest first; none of another. */
export const followUpsOf = (project: ProjectState) => (project.status === 'completed' ? (project.acceptance?.followUps ?? []) : []);

/** The first follow-up that nobody was reminded of and nobody gave: the only one for which a time runs. */
export const findAwaitedFollowUp = (project: ProjectState) => followUpsOf(project).find(({ status }) => status === 'awaited');

/** The request for acceptance, the third party's verdict on it, and the follow-ups. */
export function evolveAcceptance(
  project: ProjectState,
  event: ReturnType<
    | typeof projectAcceptanceRequested
    | typeof projectAccepted
    | typeof projectRejected
    | typeof projectFollowedUp
    | typeof projectFollowUpReminded
  >,
): ProjectState {
  switch (event.type) {
    case 'project.acceptance-requested':
      return { ...inState(project, 'active'), acceptance: { status: 'requested', ...event.data } };
    case 'project.rejected':
      return { ...inState(project, 'active'), acceptance: { status: 'rejected', results: resultsOf(project), ...event.data } };
    case 'project.accepted': {
      const followUps = event.data.followUps.map((time) => ({ status: 'awaited' as const, ...time }));
      const acceptance = { status: 'accepted' as const, results: resultsOf(project), ...event.data, followUps };
      return { ...inState(project, 'active'), status: 'completed', acceptance };
    }
    case 'project.followed-up':
      return withFollowUp(project, event.data.no, (time) => ({ status: 'done', ...time, ...event.data }));
    case 'project.follow-up-reminded':
      return withFollowUp(project, event.data.no, (time) => ({ status: 'reminded', ...time }));
  }
}

function resultsOf(project: ProjectState): string {
  const { acceptance } = inState(project, 'active');
  if (!acceptance) throw new Error(`acceptance of project ${project.number} was never requested`);
  return acceptance.results;
}

function withFollowUp(project: ProjectState, no: number, change: (time: FollowUpTime) => z.output<typeof FollowUp>): ProjectState {
  const completed = inState(project, 'completed');
  if (!completed.acceptance) throw new Error(`project ${project.number} was never accepted`);
  const followUps = completed.acceptance.followUps.map((each) =>
    each.no === no ? change({ no, dueOn: each.dueOn, overdueAt: each.overdueAt }) : each,
  );
  return { ...completed, acceptance: { ...completed.acceptance, followUps } };
}
