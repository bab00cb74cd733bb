import { FollowUpInput, projectFollowedUp } from '@xietong/contracts-projects';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import type { z } from 'zod';
import { followUpsOf } from '../acceptance.ts';
import { isInCurrency } from '../participants.ts';
import type { ProjectState } from '../state.ts';

export const FollowUp = FollowUpInput;
export type FollowUp = z.output<typeof FollowUp>;

/** The earliest follow-up that is not given, missed or not; each is about a year, so none is given before its year has begun. */
export const followUp = (project: ProjectState, input: FollowUp, { now }: Context) => {
  const followUps = followUpsOf(project);
  const next = followUps.find(({ status }) => status !== 'done');
  if (!next) return refuse('no-follow-up-awaited', { status: project.status });
  const earliestOn = followUps.findLast(({ no }) => no < next.no)?.dueOn;
  if (earliestOn && todayAt(project.registrar, now) <= earliestOn) return refuse('follow-up-too-early', { no: next.no, after: earliestOn });
  const { currency } = input.revenue;
  if (!isInCurrency(project, currency)) return refuse('currencies-mixed', { currency }, 'revenue.currency');
  return [projectFollowedUp({ no: next.no, ...input, late: now >= next.overdueAt })];
};
