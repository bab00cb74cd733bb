import { LocalDate, Reason, text } from '@xietong/domain';
import { AgencyRef, type Collaboration, event } from '@xietong/kernel';
import { z } from 'zod';
import { AgencyNumber } from './agency-number.ts';
import { allianceBegun, disputedNow, dissolvedAfter, finalNow, memberSince, memberUntil, statedNow } from './alliance-measures.ts';
import { DisputedField, Member, MemberId, membersMax, SharingRule, SharingStatement } from './alliance-terms.ts';
import { lastDayOf } from './quarter.ts';
import { RuleSetId } from './rule-set-id.ts';

/** Members agreed to share the benefits of joint work; an agency keeps the record. `field` is that of the projects it serves, if any. */
export const allianceFounded = event(
  'alliance.founded',
  1,
  z.object({
    agency: AgencyRef,
    number: AgencyNumber,
    rules: RuleSetId,
    kind: z.enum(['consortium', 'enclave', 'pairing']),
    title: text(500),
    field: text(300).optional(),
    beginsOn: LocalDate,
    members: z.array(Member).min(1).max(membersMax),
  }),
  { tells: ({ agency, field, beginsOn, members }) => allianceBegun(agency, field, beginsOn, members) },
);

/** From this day on there is one member more. */
export const allianceMemberJoined = event('alliance.member-joined', 1, z.object({ member: Member, on: LocalDate }), {
  tells: ({ member, on }) => memberSince(member, on),
});

/** This was a member's last day. */
export const allianceMemberLeft = event('alliance.member-left', 1, z.object({ member: MemberId, on: LocalDate, reason: Reason }), {
  tells: ({ member, on }) => memberUntil(member, on),
});

/** Too few members were left: this was the last day. What its periods brought is still stated and confirmed. */
export const allianceDissolved = event('alliance.dissolved', 1, z.object({ on: LocalDate }), { tells: ({ on }) => dissolvedAfter(on) });

/** The members agreed how to share. Statements that were made before stay as they are. */
export const allianceSharingRuleAgreed = event('alliance.sharing-rule-agreed', 1, SharingRule);

/** What a period brought was stated, and what of it falls to each member. */
export const alliancePeriodStated = event('alliance.period-stated', 1, SharingStatement, { tells: statedNow });

/** A disputed statement was replaced by another one, which every member has to confirm anew. */
export const allianceStatementCorrected = event(
  'alliance.statement-corrected',
  1,
  z.object({ ...SharingStatement.shape, reason: Reason }),
  {
    tells: statedNow,
  },
);

const ofStatement = SharingStatement.pick({ period: true, no: true }).shape;

/** A member confirmed a statement. */
export const allianceStatementConfirmed = event('alliance.statement-confirmed', 1, z.object({ ...ofStatement, member: MemberId }));

/** A member doubts a statement: it does not become final, and waits to be corrected. */
export const allianceStatementDisputed = event(
  'alliance.statement-disputed',
  1,
  z.object({ ...ofStatement, member: MemberId, field: DisputedField, reason: Reason }),
  { tells: disputedNow },
);

/** Every member of the period has confirmed: the statement never changes any more. */
export const allianceStatementFinalised = event('alliance.statement-finalised', 1, SharingStatement, {
  states: collaborationOf,
  tells: finalNow,
});

/** Every event of an alliance, in the order of its life. */
export const allianceEvents = [
  allianceFounded,
  allianceSharingRuleAgreed,
  allianceMemberJoined,
  allianceMemberLeft,
  allianceDissolved,
  alliancePeriodStated,
  allianceStatementConfirmed,
  allianceStatementDisputed,
  allianceStatementCorrected,
  allianceStatementFinalised,
] as const;

// Each period is a part of its own: what the next one shares does not replace it.
function collaborationOf({ period, totals: { currency }, parts }: SharingStatement): Collaboration {
  return {
    kind: 'alliance',
    part: period,
    date: lastDayOf(period),
    sides: parts.map(({ member, region, tax, output }) => ({
      party: member,
      region,
      role: 'partner',
      amount: { amount: tax + output, currency },
    })),
  };
}
