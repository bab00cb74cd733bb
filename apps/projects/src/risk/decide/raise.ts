import { ProjectId, riskRaised } from '@xietong/contracts-projects';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { about, type NamedProject, registrarsOfficerOrParticipant } from '../../project/named-project.ts';
import { hasEnded } from '../../project/state.ts';
import { rulesOn } from '../../rules/rule-set.ts';

export const Raise = z.strictObject({ project: ProjectId, ...riskRaised.schema.pick({ kind: true, description: true }).shape });
export type Raise = z.output<typeof Raise>;

export const raise = (_: undefined, { project: id, ...risk }: Raise, { actor, now, gathered: { project } }: Context<NamedProject>) => {
  // To whoever has no part in it, a project is not there.
  if (!project || !registrarsOfficerOrParticipant.permits(actor, project)) return refuse('project-unknown', {}, 'project');
  if (hasEnded(project)) return refuse('project-ended', { status: project.status }, 'project');
  return [riskRaised({ ...about(id, project), rules: rulesOn(todayAt(project.registrar, now)).id, ...risk })];
};
