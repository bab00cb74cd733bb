import { ProjectId, ShowcaseContent, showcaseNominated } from '@xietong/contracts-projects';
import { isKnownRegion } from '@xietong/domain';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { about, type NamedProject, registrarsOfficer } from '../../project/named-project.ts';
import { rulesOn } from '../../rules/rule-set.ts';

export const Nominate = z.strictObject({ project: ProjectId, ...ShowcaseContent.shape });
export type Nominate = z.output<typeof Nominate>;

/** Where a project has shown what it was to show: done, or accepted on top of that. */
const finished: readonly string[] = ['completed', 'accepted'];

export const nominate = (
  _: undefined,
  { project: id, regions, ...content }: Nominate,
  { actor, now, gathered: { project } }: Context<NamedProject>,
) => {
  // To an officer of another agency, a project is not there.
  if (!project || !registrarsOfficer.permits(actor, project)) return refuse('project-unknown', {}, 'project');
  if (!finished.includes(project.status)) return refuse('project-unfinished', { status: project.status }, 'project');
  const unknown = regions.findIndex((region) => !isKnownRegion(region));
  if (unknown >= 0) return refuse('region-unknown', { region: regions[unknown] }, `regions.${unknown}`);
  const rules = rulesOn(todayAt(project.registrar, now)).id;
  return [showcaseNominated({ ...about(id, project), rules, ...content, regions: [...new Set(regions)] })];
};
