import { IdentifierOverride } from '@xietong/domain';
import { z } from 'zod';
import { ApplyingOrganisation } from './application-content.ts';

/** The third party that judges whether a project is accepted 验收机构. */
export const AcceptingOrganisation = ApplyingOrganisation.omit({ kind: true });
export type AcceptingOrganisation = z.output<typeof AcceptingOrganisation>;

/** The same as an officer sends it: closed, so that a mistyped field is refused and not lost. */
export const AcceptingOrganisationInput = z.strictObject({
  ...AcceptingOrganisation.shape,
  override: z.strictObject({ reason: IdentifierOverride.shape.reason }).optional(),
});
