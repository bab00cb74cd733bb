import { LocalDate, OrganisationId, RegionCode, text } from '@xietong/domain';
import { z } from 'zod';

/** An organisation that the expert belongs to 任职单位, or belonged to until a day, the last one included. */
export const Affiliation = z.object({
  organisation: OrganisationId,
  name: text(300),
  region: RegionCode,
  since: LocalDate,
  until: LocalDate.optional(),
});
export type Affiliation = z.output<typeof Affiliation>;

/** Why an expert cannot judge what an organisation wants: a share in it, advice to it, kin who lead it, rivalry, or something else. */
export const RelationNature = z.enum(['shareholding', 'advice', 'family', 'rivalry', 'other']);

/** A relation to an organisation that the expert declared 利害关系, without the persons whom it is through. */
export const Relation = z.object({ organisation: OrganisationId, nature: RelationNature, since: LocalDate, until: LocalDate.optional() });
export type Relation = z.output<typeof Relation>;

/** A field in which the expert can judge, named as the areas of calls are: `smart-manufacturing`. */
export const ExpertField = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60);

/** All that an expert says of himself. No name: his agency knows him by the number on its own roster. */
export const ExpertProfile = z.object({
  fields: z.array(ExpertField).min(1).max(30),
  affiliations: z.array(Affiliation).max(30),
  relations: z.array(Relation).max(100),
});
export type ExpertProfile = z.output<typeof ExpertProfile>;

/** The same as people send it: closed, so that a mistyped field is refused and not lost. */
export const ExpertProfileInput = z.strictObject({
  ...ExpertProfile.shape,
  affiliations: z.array(z.strictObject(Affiliation.shape)).max(30),
  relations: z.array(z.strictObject(Relation.shape)).max(100),
});
