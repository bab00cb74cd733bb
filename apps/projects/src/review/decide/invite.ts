import { ApplicationId, reviewInvited } from '@xietong/contracts-projects';
import { type Context, type Lookup, Pseudonym, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import type { ApplicationState } from '../../application/state.ts';
import type { CallState } from '../../call/state.ts';
import { type ExpertRecord, expertOf, isOnRoster } from '../../experts/expert.ts';
import type { ProjectState } from '../../project/state.ts';
import { rulesOf } from '../../rules/rule-set.ts';
import { termOf } from '../../rules/working-time.ts';
import { conflictOver, projectsOf } from '../conflict.ts';
import { mayBeInvitedAgain, type ReviewState } from '../state.ts';

export const Invite = z.strictObject({ application: ApplicationId, expert: Pseudonym });
export type Invite = z.output<typeof Invite>;

/** What an invitation is judged by, as it stands now. `projects` are those in which an organisation of the expert ever took part. */
export interface Around {
  readonly application: ApplicationState | undefined;
  readonly call: CallState | undefined;
  readonly expert: ExpertRecord | undefined;
  readonly projects: readonly ProjectState[];
}

export async function aroundInvitation(look: Lookup, { application: id, expert: pseudonym }: Invite): Promise<Around> {
  const [application, expert] = await Promise.all([
    look.find('applications', id) as Promise<ApplicationState | undefined>,
    expertOf(look, pseudonym),
  ]);
  const call = application && ((await look.find('calls', application.call)) as CallState | undefined);
  const organisations = expert?.affiliations.map(({ organisation }) => organisation) ?? [];
  return { application, call, expert, projects: await projectsOf(look, organisations) };
}

export const invite = (_: undefined, input: Invite, context: Context<Around>) => {
  // To an officer of another agency the application is not there.
  if (context.gathered.application?.agency !== context.actor.agency) return refuse('application-unknown', {}, 'application');
  return invitation(input, context);
};

export const inviteAgain = (review: ReviewState, _: object, context: Context<Around>) => {
  const { status, application, expert } = review;
  if (!mayBeInvitedAgain(status)) return refuse('review-under-way', { status });
  return invitation({ application, expert }, context);
};

function invitation({ application: id, expert: pseudonym }: Invite, { now, gathered }: Context<Around>) {
  const { application, call, expert, projects } = gathered;
  if (!application || !call) return refuse('application-unknown', {}, 'application');
  if (application.status !== 'eligible') return refuse('not-eligible', { status: application.status }, 'application');
  if (!expert) return refuse('expert-unknown', {}, 'expert');
  if (!isOnRoster(expert, now)) return refuse('expert-not-on-roster', { status: expert.status, validUntil: expert.validUntil }, 'expert');
  const { agency, rules, content } = application;
  const conflict = conflictOver(application, expert, projects, now);
  if (conflict) return refuse('expert-in-conflict', { ...conflict }, 'expert');
  const { endsAt: answerBy, provisional } = termOf(agency, todayAt(agency, now), rulesOf(rules).reviewAnswerWorkingDays);
  const { axes } = call.scoring;
  return [
    reviewInvited({ application: id, call: application.call, agency, expert: pseudonym, rules, axes, content, answerBy, provisional }),
  ];
}
