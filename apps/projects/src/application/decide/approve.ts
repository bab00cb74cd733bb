import { AgencyNumber, applicationApproved, Grant, idUnder } from '@xietong/contracts-projects';
import { type Context, type Lookup, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { type Assessed, assessmentsOf } from '../assessments.ts';
import { timeOfDecision } from '../decision-time.ts';
import { registrationOf } from '../registration.ts';
import type { ApplicationState } from '../state.ts';

/** `number` is the one under which the agency will know the project. */
export const Approve = z.strictObject({ granted: z.strictObject(Grant.shape), number: AgencyNumber });
export type Approve = z.output<typeof Approve>;

/** What came of the reviews, and whether the number is some project's already. */
export interface AroundApproval extends Assessed {
  readonly isNumberTaken: boolean;
}

export async function aroundApproval(look: Lookup, { number }: Approve, state: ApplicationState, id: string): Promise<AroundApproval> {
  const [assessed, project] = await Promise.all([assessmentsOf(look, {}, state, id), look.find('projects', idUnder(state.agency, number))]);
  return { ...assessed, isNumberTaken: project !== undefined };
}

export const approve = (application: ApplicationState, { granted, number }: Approve, { id, now, gathered }: Context<AroundApproval>) => {
  if (application.status !== 'publicised') return refuse('not-publicised', { status: application.status });
  const { agency, call, publicity, content, clock } = application;
  const objectionsIn = (isMeant: (objection: (typeof publicity.objections)[number]) => boolean) =>
    publicity.objections.filter(isMeant).map(({ no }) => no);
  const open = objectionsIn(({ status }) => status === 'open');
  if (open.length > 0) return refuse('objection-open', { objections: open });
  const upheld = objectionsIn((objection) => objection.status === 'resolved' && objection.upheld);
  if (upheld.length > 0) return refuse('objection-upheld', { objections: upheld });
  if (now < publicity.endsAt) return refuse('publicity-running', { endsAt: publicity.endsAt });
  const { amount, currency } = content.budget;
  if (granted.currency !== currency) return refuse('currencies-mixed', { currency }, 'granted.currency');
  if (granted.amount > amount) return refuse('grant-exceeds-budget', { budget: content.budget }, 'granted.amount');
  if (gathered.isNumberTaken) return refuse('number-taken', {}, 'number');
  const registration = registrationOf({ id, call, content }, { number, granted, signedOn: todayAt(agency, now) });
  return [applicationApproved({ granted, ...timeOfDecision(agency, clock, now), assessments: [...gathered.assessments], registration })];
};
