import { type FollowUpTime, projectAccepted } from '@xietong/contracts-projects';
import { addMonths, type LocalDate } from '@xietong/domain';
import { type AgencyRef, type Context, endOfDayAt, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { rulesOf } from '../../rules/rule-set.ts';
import { isStopUndecided } from '../midway.ts';
import { unfinishedOf } from '../standing.ts';
import type { ProjectState } from '../state.ts';

export const Accept = z.strictObject({ finding: projectAccepted.schema.shape.finding });
export type Accept = z.output<typeof Accept>;

/** The plan and what is done of it may have changed since acceptance was asked for: every milestone is done on the day of the verdict too. */
export const accept = (project: ProjectState, { finding }: Accept, { now }: Context) => {
  if (project.status !== 'active') return refuse('not-active', { status: project.status });
  const { registrar, rules, acceptor, acceptance, midway } = project;
  if (!acceptor || acceptance?.status !== 'requested') return refuse('no-verdict-awaited');
  if (isStopUndecided(midway)) return refuse('stop-undecided');
  const unfinished = unfinishedOf(project);
  if (unfinished.length > 0) return refuse('milestones-unfinished', { unfinished });
  const acceptedOn = todayAt(registrar, now);
  const followUps = followUpTimes(registrar, acceptedOn, rulesOf(rules).followUps);
  return [projectAccepted({ acceptor: acceptor.id, finding, acceptedOn, followUps })];
};

/** One a year, by the end of the day of acceptance in that year at the agency. */
const followUpTimes = (registrar: AgencyRef, acceptedOn: LocalDate, years: number): FollowUpTime[] =>
  Array.from({ length: years }, (_, place) => {
    const dueOn = addMonths(acceptedOn, 12 * (place + 1));
    return { no: place + 1, dueOn, overdueAt: endOfDayAt(registrar, dueOn) };
  });
