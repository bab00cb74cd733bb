import { exemptionApplied, ProjectId } from '@xietong/contracts-projects';
import { OrganisationId } from '@xietong/domain';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { about, type NamedProject, participantsApplicant } from '../../project/named-project.ts';
import { rulesOn } from '../../rules/rule-set.ts';

export const Apply = z.strictObject({ project: ProjectId, ...exemptionApplied.schema.pick({ ground: true, account: true }).shape });
export type Apply = z.output<typeof Apply>;

export const apply = (_: undefined, { project: named, ...input }: Apply, { id, actor, now, gathered }: Context<NamedProject>) => {
  const { project } = gathered;
  const applicant = OrganisationId.safeParse(actor.org);
  if (!applicant.success) return refuse('no-organisation');
  // To whoever takes no part in it, a project is not there.
  if (!project || !participantsApplicant.permits(actor, project)) return refuse('project-unknown', {}, 'project');
  if (project.status !== 'exited' && project.status !== 'suspended')
    return refuse('project-not-stopped', { status: project.status }, 'project');
  const rules = rulesOn(todayAt(project.registrar, now)).id;
  return [exemptionApplied({ exemption: id, ...about(named, project), applicant: applicant.data, rules, ...input })];
};
