import { LocalDate, text } from '@xietong/domain';
import { z } from 'zod';
import { AgencyNumber } from './agency-number.ts';
import { ApplicationId } from './application-content.ts';
import { Participants, ParticipantsInput } from './participant.ts';

/** What is registered of a project. The term may begin before the signing, and may be unknown. */
export const Registration = z.object({
  number: AgencyNumber,
  title: text(500),
  acronym: text(100).optional(),
  programme: text(300).optional(),
  field: text(300).optional(),
  call: text(300).optional(),
  /** The id of the application that became it, where there was one here. */
  application: ApplicationId.optional(),
  signedOn: LocalDate,
  startsOn: LocalDate.optional(),
  endsOn: LocalDate.optional(),
  participants: Participants,
});
export type Registration = z.output<typeof Registration>;

/** The body of `POST /v1/projects`, for people and for imports. Of which application a project comes the approval says, nobody else. */
export const RegisterProject = z.strictObject({ ...Registration.omit({ application: true }).shape, participants: ParticipantsInput });
export type RegisterProject = z.output<typeof RegisterProject>;
