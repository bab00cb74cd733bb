import { type Access, applicantOf, either, officerOf } from '@xietong/kernel';
import { identified, type ProjectState } from './state.ts';

const applicantOfThe = (what: string, organisations: (s: ProjectState) => readonly string[]): Access<ProjectState> => ({
  ...applicantOf(organisations),
  words: `applicant of the ${what}`,
});

const registrarsOfficer = officerOf((s: ProjectState) => s.registrar);
export const participantsApplicant = applicantOf((s: ProjectState) => s.participants.flatMap(identified));
export const officerOrParticipant = either(registrarsOfficer, participantsApplicant);
export const officerOrLead = either(
  registrarsOfficer,
  applicantOfThe('lead', ({ participants }) => participants.filter(({ role }) => role === 'lead').flatMap(identified)),
);

/** Whoever acts for the third party that was appointed to judge the project; nobody before one is. */
export const acceptorsApplicant = applicantOfThe('acceptor', ({ acceptor }) => (acceptor ? [acceptor.id] : []));
