import { Instant, Reason } from '@xietong/domain';
import { AgencyRef, event, Pseudonym } from '@xietong/kernel';
import { z } from 'zod';
import { ExpertProfile } from './expert-profile.ts';

/** Under which number an agency has the expert on its roster 专家库编号; only it knows the name that goes with it. */
export const RosterNumber = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

/** Until when the expert can be invited to reviews. */
const Validity = z.object({ validUntil: Instant });

/** Somebody offers himself to an agency as an expert. `expert` is his pseudonym and the aggregate's id, so that nobody is on the roster twice. */
export const expertRegistered = event('expert.registered', 1, z.object({ expert: Pseudonym, agency: AgencyRef, ...ExpertProfile.shape }));

/** What he says of himself changed; it is the whole of it. */
export const expertProfileChanged = event('expert.profile-changed', 1, ExpertProfile);

/** The agency has looked into who he is, and put him on its roster. */
export const expertVerified = event('expert.verified', 1, z.object({ number: RosterNumber, ...Validity.shape }));

/** The agency did not take him. */
export const expertRejected = event('expert.rejected', 1, z.object({ reason: Reason }));

/** He stays on the roster for another term. */
export const expertRenewed = event('expert.renewed', 1, Validity);

/** He did not renew in time: until he does, nobody invites him. */
export const expertLapsed = event('expert.lapsed', 1, Validity);

/** The agency keeps him from reviews, for a reason that he can read. */
export const expertSuspended = event('expert.suspended', 1, z.object({ reason: Reason }));

/** It no longer does. */
export const expertReinstated = event('expert.reinstated', 1, z.object({ reason: Reason }));

/** Every event of an expert, in the order of its life. */
export const expertEvents = [
  expertRegistered,
  expertProfileChanged,
  expertVerified,
  expertRejected,
  expertRenewed,
  expertLapsed,
  expertSuspended,
  expertReinstated,
] as const;
