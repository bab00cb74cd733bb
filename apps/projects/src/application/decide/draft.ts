import { applicationDrafted, DraftContentInput } from '@xietong/contracts-projects';
import { OrganisationId } from '@xietong/domain';
import { type Context, idOf, type Lookup, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { withAttachments } from '../content.ts';
import type { CallState } from '../../call/state.ts';

export const Draft = z.strictObject({ call: idOf('call', z.string().min(1).max(100)), content: DraftContentInput });
export type Draft = z.output<typeof Draft>;

/** The call that an application is to, as it stands now. */
export interface ToCall {
  readonly call: CallState | undefined;
}

export const callOf = async (look: Lookup, { call }: { readonly call: string }): Promise<ToCall> => ({
  call: (await look.find('calls', call)) as CallState | undefined,
});

export const draft = (_: undefined, { call: id, content }: Draft, { actor, now, gathered: { call }, attachment }: Context<ToCall>) => {
  const applicant = OrganisationId.safeParse(actor.org);
  if (!applicant.success) return refuse('no-organisation');
  if (!call) return refuse('call-unknown', {}, 'call');
  const { agency, rules, opensAt, closesAt } = call;
  if (now < opensAt) return refuse('call-not-open-yet', { opensAt }, 'call');
  if (call.status === 'closed' || now >= closesAt) return refuse('call-closed', {}, 'call');
  return [applicationDrafted({ call: id, agency, applicant: applicant.data, rules, content: withAttachments(content, attachment) })];
};
