import { IdentifierOverride, LocalDate, OrganisationId, OrganisationKind, RegionCode, text } from '@xietong/domain';
import { Attachment, AttachmentId, idOf } from '@xietong/kernel';
import { z } from 'zod';
import { Area, RequiredDocument } from './call-terms.ts';
import { Grant } from './participant.ts';

/** The id of an application, as its address has it. */
export const ApplicationId = idOf('application', z.string().min(1).max(100));

/** An organisation that applies; unlike in what others published of it, everything is known of it. */
export const ApplyingOrganisation = z.object({
  id: OrganisationId,
  name: text(300),
  region: RegionCode,
  kind: OrganisationKind,
  override: IdentifierOverride.pick({ reason: true }).optional(),
});

/** A party to an application 申报单位: its share of the budget, in basis points (100 are one percent), and what it will do. */
export const Party = z.object({
  role: z.enum(['lead', 'partner']),
  organisation: ApplyingOrganisation,
  shareBasisPoints: z.int().min(0).max(10_000),
  tasks: text(2000),
});
export type Party = z.output<typeof Party>;

/** A file 附件 that is brought as one of the call's documents, by its code; a document may be of several files. */
export const AttachedDocument = z.object({ document: RequiredDocument.shape.code, attachment: Attachment });
export type AttachedDocument = z.output<typeof AttachedDocument>;

/** What an application 申报书 says. `budget` is what is asked for. It names no persons. Applications from before there were attachments have none. */
export const ApplicationContent = z.object({
  title: text(500),
  area: Area.shape.code,
  summary: text(5000),
  goals: text(5000),
  parties: z.array(Party).min(1).max(30),
  budget: Grant,
  startsOn: LocalDate,
  endsOn: LocalDate,
  attachments: z.array(AttachedDocument).max(100).optional(),
});
export type ApplicationContent = z.output<typeof ApplicationContent>;

/** As far as it is written. */
export const DraftContent = ApplicationContent.partial();
export type DraftContent = z.output<typeof DraftContent>;

/** The same as people send it: closed, so that a mistyped field is refused and not lost, and with the ids of attachments. */
export const DraftContentInput = z.strictObject({
  ...DraftContent.shape,
  parties: z
    .array(
      z.strictObject({
        ...Party.shape,
        organisation: z.strictObject({
          ...ApplyingOrganisation.shape,
          override: z.strictObject({ reason: IdentifierOverride.shape.reason }).optional(),
        }),
      }),
    )
    .min(1)
    .max(30)
    .optional(),
  budget: z.strictObject(Grant.shape).optional(),
  attachments: z
    .array(z.strictObject({ document: RequiredDocument.shape.code, attachment: AttachmentId }))
    .max(100)
    .optional(),
});
export type DraftContentInput = z.output<typeof DraftContentInput>;
