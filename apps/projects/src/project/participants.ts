import type { Participant } from '@xietong/contracts-projects';
import { checkOrganisationId, isKnownRegion } from '@xietong/domain';
import { refuse } from '@xietong/kernel';

/** Why a list of participants is refused, if it is. No lead is no fault: the coordinator may sit abroad. */
export function checkParticipants(participants: readonly Participant[]) {
  for (const [place, { no, role, amount, organisation }] of participants.entries()) {
    const earlier = participants.slice(0, place);
    const at = `participants.${place}`;
    if (earlier.some((other) => other.no === no)) return refuse('participation-repeated', { no }, `${at}.no`);
    if (role === 'lead' && earlier.some((other) => other.role === 'lead')) return refuse('more-than-one-lead', { no }, `${at}.role`);
    if (earlier.some((other) => other.amount.currency !== amount.currency)) {
      return refuse('currencies-mixed', { currency: amount.currency }, `${at}.amount.currency`);
    }
    if (organisation.region && !isKnownRegion(organisation.region)) {
      return refuse('region-unknown', { region: organisation.region }, `${at}.organisation.region`);
    }
    if (!isSound(organisation)) return refuse('identifier-unsound', {}, `${at}.organisation.id`);
  }
  return undefined;
}

// Of other schemes than China's the checks only warn: published data has numbers that fail them.
const isSound = ({ id, override }: Participant['organisation']) =>
  !id?.startsWith('CN-USCI:') || override !== undefined || checkOrganisationId(id).valid;
