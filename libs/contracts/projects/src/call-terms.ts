import { Instant, OrganisationKind, RegionCode, text } from '@xietong/domain';
import { z } from 'zod';
import { Grant } from './participant.ts';

/** A word for use in addresses and tables: `smart-manufacturing`. */
const Code = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60);

/** A field of the programme 支持领域, and how many of its applications can be approved. */
export const Area = z.object({ code: Code, title: text(300), quota: z.int().min(0).max(10_000) });
export type Area = z.output<typeof Area>;

/** A document that an application brings 申报材料: it has to where it is `required`. */
export const RequiredDocument = z.object({ code: Code, title: text(300), required: z.boolean() });
export type RequiredDocument = z.output<typeof RequiredDocument>;

/** What a review scores 评分维度, from 0 to 100, and its part of the whole, in whole percent. */
export const Axis = z.object({ code: Code, title: text(300), weightPercent: z.int().min(1).max(100) });
export type Axis = z.output<typeof Axis>;

/**
 * How applications are scored: at least `quorum` reviews each. Where the best and the worst total of an application lie more than `spreadMax`
 * points apart, the panel has to look at it once more.
 */
export const ScoringScheme = z.object({
  axes: z.array(Axis).min(1).max(10),
  quorum: z.int().min(1).max(15),
  spreadMax: z.int().min(1).max(100),
});
export type ScoringScheme = z.output<typeof ScoringScheme>;

/** Who may apply 申报条件. An empty list admits all; a region admits all that lie in it. What only people can judge is a condition in words. */
export const Eligibility = z.object({
  kinds: z.array(OrganisationKind).max(10),
  leadRegions: z.array(RegionCode).max(100),
  conditions: z.array(text(1000)).max(50),
});
export type Eligibility = z.output<typeof Eligibility>;

/** What a call 申报指南 says, apart from its number: an amendment says all of it anew. */
export const CallTerms = z.object({
  title: text(500),
  programme: text(300).optional(),
  areas: z.array(Area).min(1).max(50),
  eligibility: Eligibility,
  documents: z.array(RequiredDocument).max(50),
  scoring: ScoringScheme,
  /** What can be granted in all. */
  budget: Grant,
  opensAt: Instant,
  /** The first moment that is too late. */
  closesAt: Instant,
  publicityWorkingDays: z.int().min(1).max(60),
});
export type CallTerms = z.output<typeof CallTerms>;

/** The terms as people send them: closed, so that a mistyped field is refused and not lost. */
export const CallTermsInput = z.strictObject({
  ...CallTerms.shape,
  areas: z.array(z.strictObject(Area.shape)).min(1).max(50),
  eligibility: z.strictObject(Eligibility.shape),
  documents: z.array(z.strictObject(RequiredDocument.shape)).max(50),
  scoring: z.strictObject({ ...ScoringScheme.shape, axes: z.array(z.strictObject(Axis.shape)).min(1).max(10) }),
  budget: z.strictObject(Grant.shape),
});
