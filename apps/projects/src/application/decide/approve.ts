import { applicationApproved, Grant } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { timeOfDecision } from '../decision-time.ts';
import type { ApplicationState } from '../state.ts';

export const Approve = z.strictObject({ granted: z.strictObject(Grant.shape) });
export type Approve = z.output<typeof Approve>;

export const approve = (application: ApplicationState, { granted }: Approve, { now }: Context) => {
  if (application.status !== 'publicised') return refuse('not-publicised', { status: application.status });
  const { agency, publicity, content, clock } = application;
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
  return [applicationApproved({ granted, ...timeOfDecision(agency, clock, now) })];
};
