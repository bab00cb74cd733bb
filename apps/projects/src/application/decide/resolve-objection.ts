import { applicationObjectionResolved } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ApplicationState } from '../state.ts';

export const ResolveObjection = z.strictObject(applicationObjectionResolved.schema.shape);
export type ResolveObjection = z.output<typeof ResolveObjection>;

export const resolveObjection = (application: ApplicationState, input: ResolveObjection) => {
  if (application.status !== 'publicised') return refuse('not-publicised', { status: application.status });
  const objection = application.publicity.objections.find(({ no }) => no === input.no);
  if (!objection) return refuse('objection-unknown', { no: input.no }, 'no');
  return objection.status === 'open' ? [applicationObjectionResolved(input)] : refuse('objection-resolved', { no: input.no }, 'no');
};
