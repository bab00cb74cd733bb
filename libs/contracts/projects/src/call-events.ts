import { Reason } from '@xietong/domain';
import { AgencyRef, event } from '@xietong/kernel';
import { z } from 'zod';
import { CallTerms } from './call-terms.ts';
import { AgencyNumber } from './agency-number.ts';
import { RuleSetId } from './rule-set-id.ts';

/** An agency invites applications. `rules` is the rule set by which they will be handled. */
export const callPublished = event(
  'call.published',
  1,
  z.object({ agency: AgencyRef, number: AgencyNumber, rules: RuleSetId, ...CallTerms.shape }),
);

/** The terms were replaced, for a reason that applicants can read. */
export const callAmended = event('call.amended', 1, z.object({ ...CallTerms.shape, reason: Reason }));

/** No application can be submitted any more: the time was over, or the agency ended the call early and says why. */
export const callClosed = event('call.closed', 1, z.object({ reason: Reason.optional() }));

/** Every event of a call, in the order of its life. */
export const callEvents = [callPublished, callAmended, callClosed] as const;
