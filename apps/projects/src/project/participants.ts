import type { Participant } from '@xietong/contracts-projects';
import { type Currency, hasSoundIdentifier, isKnownRegion, type OrganisationId } from '@xietong/domain';
import { refuse } from '@xietong/kernel';
import { identified, type ProjectState } from './state.ts';

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
    if (!hasSoundIdentifier(organisation)) return refuse('identifier-unsound', {}, `${at}.organisation.id`);
  }
  return undefined;
}

/** Why those who would take part are refused, if they are: whoever judges the project is none of its parties. */
export function checkAgainstAcceptor(participants: readonly Participant[], { acceptor }: ProjectState) {
  const place = participants.findIndex(({ organisation: { id } }) => id !== undefined && id === acceptor?.id);
  return place < 0 ? undefined : refuse('acceptor-participates', {}, `participants.${place}.organisation.id`);
}

/** The project with other participants; who is no longer among them is remembered. */
export function withParticipants(project: ProjectState, participants: Participant[]): ProjectState {
  const present = participants.flatMap(identified);
  const everyone = new Set([...(project.formerParticipants ?? []), ...project.participants.flatMap(identified)]);
  return { ...project, participants, formerParticipants: [...everyone].filter((id) => !present.includes(id)) };
}

/** The organisations with a number of their own that take part, or ever did. */
export const everyOrganisationOf = ({ participants, formerParticipants = [] }: ProjectState): OrganisationId[] => [
  ...new Set([...participants.flatMap(identified), ...formerParticipants]),
];

/** Whether the project's amounts are in this currency; all of them are in one. */
export const isInCurrency = ({ participants }: ProjectState, currency: Currency) =>
  participants.every(({ amount }) => amount.currency === currency);
