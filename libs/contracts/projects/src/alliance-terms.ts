import { IdentifierOverride, LocalDate, OrganisationId, RegionCode, text } from '@xietong/domain';
import { AgencyRef } from '@xietong/kernel';
import { z } from 'zod';
import { Grant } from './participant.ts';
import { Quarter } from './quarter.ts';

/** An organisation, or an agency that stands for its region: `CN-USCI:91331082MA00D034X0`, `CN-331082/kjj`. */
export const MemberId = z.union([OrganisationId, AgencyRef]);
export type MemberId = z.output<typeof MemberId>;

/** A member of an alliance 成员: who it is, and the region that its part falls to. */
export const Member = z.object({
  id: MemberId,
  name: text(300),
  region: RegionCode,
  override: IdentifierOverride.pick({ reason: true }).optional(),
});
export type Member = z.output<typeof Member>;

/** The same as people send it: closed, so that a mistyped field is refused and not lost. */
export const MemberInput = z.strictObject({
  ...Member.shape,
  override: z.strictObject({ reason: IdentifierOverride.shape.reason }).optional(),
});

/** How many members an alliance has at once. */
export const membersMax = 50;

/** A member's share of what a period brings, in basis points: 100 are one percent. */
export const Share = z.object({ member: MemberId, basisPoints: z.int().min(0).max(10_000) });
export type Share = z.output<typeof Share>;

/** A sharing rule 分享规则: from the quarter that begins on the day `from`, tax and output are shared so. The shares make 10,000 together. */
export const SharingRule = z.object({
  no: z.int().positive(),
  from: LocalDate,
  shares: z.array(Share).min(1).max(membersMax),
});
export type SharingRule = z.output<typeof SharingRule>;

// Less than half of what a number holds exactly: tax and output together are an amount too.
const SharedAmount = z.int().min(0).max(4_000_000_000_000_000);

/** What a period brought in tax and in output 产值, in whole minor units of one currency. */
export const SharedTotals = z.object({ tax: SharedAmount, output: SharedAmount, currency: Grant.shape.currency });
export type SharedTotals = z.output<typeof SharedTotals>;

/** What of it falls to one member. */
export const MemberPart = z.object({ member: MemberId, region: RegionCode, tax: SharedAmount, output: SharedAmount });
export type MemberPart = z.output<typeof MemberPart>;

/**
 * A sharing statement 分享结算单 of one period. `no` counts the statements of the period, from 1 on: each after the first corrects the one
 * before. `rule` is the number of the sharing rule by which the parts were computed; they add up to the totals.
 */
export const SharingStatement = z.object({
  period: Quarter,
  no: z.int().positive(),
  rule: SharingRule.shape.no,
  totals: SharedTotals,
  parts: z.array(MemberPart).min(1).max(membersMax),
});
export type SharingStatement = z.output<typeof SharingStatement>;

/** What of a statement a member doubts. */
export const DisputedField = z.enum(['tax', 'output', 'shares']);
export type DisputedField = z.output<typeof DisputedField>;
