import { z } from 'zod';
import { saidIn } from './lang.ts';
import { checkNorwegianNumber } from './norwegian-organisation-number.ts';
import type { NorwegianNumberFault } from './norwegian-organisation-number.ts';
import { RegionCode } from './region.ts';
import { text } from './text.ts';
import { checkUsci } from './usci.ts';
import type { UsciFault } from './usci.ts';

// A Norwegian number may be anything, even nothing: see checkNorwegianNumber.
const shape = /^(CN-USCI:[0-9A-Z]{18}|NO-ORGNR:.{0,40}|(?!CN)[A-Z]{2}-FOREIGN:\S(.{0,62}\S)?)$/;

/**
 * One organisation everywhere, as country, scheme and number: `CN-USCI:91350100M000100Y43`, `NO-ORGNR:971035854`,
 * `DE-FOREIGN:HRB 4711`. `NO-ORGNR:` without a number stands for those that data leaves unnumbered.
 */
export type OrganisationId = `CN-USCI:${string}` | `NO-ORGNR:${string}` | `${Uppercase<string>}-FOREIGN:${string}`;

const isOrganisationId = (text: string): text is OrganisationId => shape.test(text);

/** The shape of an organisation's id; whether its number is sound is asked of `checkOrganisationId`. */
export const OrganisationId = z
  .string()
  .refine(
    isOrganisationId,
    saidIn({ zh: '不是机构标识（如 CN-USCI:91350100M000100Y43）', en: 'not an organisation like CN-USCI:91350100M000100Y43' }),
  )
  .meta({ pattern: shape.source });

/** Checks the number's own check digits, by the rule of its scheme; a foreign number has no rule here and is always valid. */
export const checkOrganisationId = (id: OrganisationId): { valid: boolean; faults: (UsciFault | NorwegianNumberFault)[] } => {
  const [scheme] = id.split(':', 1);
  const number = id.slice(id.indexOf(':') + 1);
  if (scheme === 'CN-USCI') return checkUsci(number);
  if (scheme === 'NO-ORGNR') return checkNorwegianNumber(number);
  return { valid: true, faults: [] };
};

/** Why an identifier is accepted although its check digits fail, and who vouches for it; it stays in the event, and so in the audit trail. */
export const IdentifierOverride = z.object({ by: text(300), reason: text(2000).min(10) });
export type IdentifierOverride = z.infer<typeof IdentifierOverride>;

/** What sort of organisation it is: 企业, 高等院校, 科研院所, 医疗卫生机构, 机关事业单位, 社会组织, 其他. */
export const OrganisationKind = z.enum(['enterprise', 'university', 'institute', 'hospital', 'public-body', 'association', 'other']);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** An organisation as somebody names it; `override` says why its identifier is accepted although its check digits fail. */
interface Named {
  readonly id?: OrganisationId | undefined;
  readonly override?: object | undefined;
}

/** Whether the check digits are right, or somebody said why not. Of other schemes than China's they only warn: published data fails them. */
export const hasSoundIdentifier = ({ id, override }: Named): boolean =>
  !id?.startsWith('CN-USCI:') || override !== undefined || checkOrganisationId(id).valid;

/** An organisation as every context names it. A USCI with wrong check digits needs an `override`; other schemes never do. */
export const Organisation = z
  .object({
    id: OrganisationId,
    name: z.string().min(1),
    region: RegionCode.optional(),
    kind: OrganisationKind.optional(),
    override: IdentifierOverride.optional(),
  })
  .refine(hasSoundIdentifier, {
    path: ['id'],
    ...saidIn({
      zh: '校验码不符：请更正标识，或说明理由后按例外登记',
      en: 'the check digits are wrong: correct the identifier, or give an override with a reason',
    }),
  });
export type Organisation = z.infer<typeof Organisation>;
