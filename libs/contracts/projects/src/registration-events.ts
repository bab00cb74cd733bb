import type { LocalDate } from '@xietong/domain';
import { type Collaboration, event } from '@xietong/kernel';
import { z } from 'zod';
import { AgencyReference } from './agency-reference.ts';
import { type Participant, Participants } from './participant.ts';
import { Registration } from './registration.ts';
import { Reason } from './text.ts';

/** A project was entered by an agency, its registrar. */
export const projectRegistered = event('project.registered', 1, z.object({ registrar: AgencyReference, ...Registration.shape }), {
  states: ({ signedOn, participants }) => collaborationOf(signedOn, participants),
});

/** The whole list of participants was replaced. It repeats the day of signing, so that it states the collaboration whole. */
export const projectParticipantsAmended = event(
  'project.participants-amended',
  1,
  z.object({ participants: Participants, signedOn: Registration.shape.signedOn, reason: Reason }),
  { states: ({ signedOn, participants }) => collaborationOf(signedOn, participants) },
);

function collaborationOf(signedOn: LocalDate, participants: readonly Participant[]): Collaboration {
  return {
    kind: 'project',
    date: signedOn,
    sides: participants.map(({ organisation, role, amount }) => ({
      party: organisation.id ?? 'unknown',
      region: organisation.region,
      role,
      amount,
    })),
  };
}
