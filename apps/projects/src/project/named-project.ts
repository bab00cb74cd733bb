import type { AboutProject } from '@xietong/contracts-projects';
import type { OrganisationId } from '@xietong/domain';
import { applicantOf, either, type Lookup, officerOf } from '@xietong/kernel';
import type { z } from 'zod';
import { identified, type ProjectState } from './state.ts';

/** The project that a case names, as it stands now. */
export interface NamedProject {
  readonly project: ProjectState | undefined;
}

export const projectOf = async (look: Lookup, { project }: { readonly project: string }): Promise<NamedProject> => ({
  project: (await look.find('projects', project)) as ProjectState | undefined,
});

/** The organisations with a number of their own that take part. */
export const organisationsOf = ({ participants }: ProjectState): OrganisationId[] => [...new Set(participants.flatMap(identified))];

/** What a case keeps of the project. */
export const about = (id: string, project: ProjectState): z.output<typeof AboutProject> => ({
  project: id,
  registrar: project.registrar,
  participants: organisationsOf(project),
});

// Asked by the rules that begin a case: at that time there is no document yet whose `allow` could name the project's people.
export const registrarsOfficer = officerOf((project: ProjectState) => project.registrar);
export const participantsApplicant = applicantOf(organisationsOf);
export const registrarsOfficerOrParticipant = either(registrarsOfficer, participantsApplicant);
