import { OrganisationId } from '@xietong/domain';
import { AgencyRef, idOf } from '@xietong/kernel';
import { z } from 'zod';

/** The id of a project, as its address has it: `NO-03.rcn.951956`. */
export const ProjectId = idOf('project', z.string().min(1).max(120));

/** The organisations with a number of their own that take part in a project. */
export const ParticipatingIds = z.array(OrganisationId).max(500);

/** What every case about a project keeps of it: which one, who registered it, and whose it was when the case last looked. */
export const AboutProject = z.object({ project: ProjectId, registrar: AgencyRef, participants: ParticipatingIds });
