import { Currency, IdentifierOverride, OrganisationId, RegionCode, text } from '@xietong/domain';
import { z } from 'zod';

/** An amount granted, in whole minor units: 0 for who takes part at his own cost, and never a debt. */
export const Grant = z.object({ amount: z.int().nonnegative(), currency: Currency });

/**
 * The organisation behind a participation. Published data leaves some without a number or a region, and they still count.
 * `override` says why an identifier is accepted although its check digits fail; who vouches for it is the event's actor.
 */
export const ParticipatingOrganisation = z.object({
  id: OrganisationId.optional(),
  name: text(300),
  region: RegionCode.optional(),
  override: IdentifierOverride.pick({ reason: true }).optional(),
});

/** One organisation's part in one project 参与记录. `no` tells participations apart: one organisation may take part twice. */
export const Participant = z.object({
  no: z.int().positive(),
  organisation: ParticipatingOrganisation,
  role: z.enum(['lead', 'partner']),
  amount: Grant,
});
export type Participant = z.output<typeof Participant>;

export const Participants = z.array(Participant).min(1).max(500);

/** The same as people send it: closed, so that a mistyped field is refused and not lost. */
export const ParticipantsInput = z
  .array(
    z.strictObject({
      ...Participant.shape,
      organisation: z.strictObject({
        ...ParticipatingOrganisation.shape,
        override: z.strictObject({ reason: IdentifierOverride.shape.reason }).optional(),
      }),
      amount: z.strictObject(Grant.shape),
    }),
  )
  .min(1)
  .max(500);
