import { AcceptingOrganisationInput, projectAcceptorAppointed } from '@xietong/contracts-projects';
import { hasSoundIdentifier, isKnownRegion } from '@xietong/domain';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { hasEnded, identified, isUnnumbered, type ProjectState } from '../state.ts';

export const AppointAcceptor = z.strictObject({ organisation: AcceptingOrganisationInput });
export type AppointAcceptor = z.output<typeof AppointAcceptor>;

/**
 * Acceptance is by a third party, which neither takes part nor ever did. Another one may be appointed as long as the project lasts, and then
 * alone reads and judges it. Who left before states kept former participants is not known to have taken part.
 */
export const appointAcceptor = (project: ProjectState, { organisation }: AppointAcceptor) => {
  if (hasEnded(project)) return refuse('project-ended', { status: project.status });
  const { id, region } = organisation;
  if (!isKnownRegion(region)) return refuse('region-unknown', { region }, 'organisation.region');
  if (!hasSoundIdentifier(organisation)) return refuse('identifier-unsound', {}, 'organisation.id');
  if (isUnnumbered(id)) return refuse('acceptor-unnumbered', {}, 'organisation.id');
  const parties = [...project.participants.flatMap(identified), ...(project.formerParticipants ?? [])];
  if (parties.includes(id)) return refuse('acceptor-participates', {}, 'organisation.id');
  if (project.acceptor?.id === id) return refuse('acceptor-appointed-already', {}, 'organisation.id');
  return [projectAcceptorAppointed({ organisation })];
};
