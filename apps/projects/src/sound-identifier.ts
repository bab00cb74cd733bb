import { checkOrganisationId, type OrganisationId } from '@xietong/domain';

/** An organisation as somebody names it; `override` says why its identifier is accepted although its check digits fail. */
interface Named {
  readonly id?: OrganisationId | undefined;
  readonly override?: object | undefined;
}

/** Whether the check digits are right, or somebody said why not. Of other schemes than China's they only warn: published data fails them. */
export const isSound = ({ id, override }: Named): boolean =>
  !id?.startsWith('CN-USCI:') || override !== undefined || checkOrganisationId(id).valid;
