import { randomOf } from '@xietong/testing';
import { type PlannedAlliance, planAlliances } from './alliances.ts';
import { type PlannedApplication, planApplications } from './applications.ts';
import { type PlannedExpert, planExperts } from './experts.ts';
import { planAcceptors, type PlannedOrganisation, planOrganisations } from './organisations.ts';
import { type PlannedProject, planProjects } from './projects.ts';
import { checkSeed } from './seed.ts';
import { checkSize, type YearSize } from './size.ts';

/** All that happens in a year that does not happen by itself. */
export interface YearPlan {
  readonly seed: string;
  readonly size: YearSize;
  readonly organisations: readonly PlannedOrganisation[];
  readonly acceptors: readonly PlannedOrganisation[];
  readonly roster: readonly PlannedExpert[];
  readonly applications: readonly PlannedApplication[];
  readonly projects: readonly PlannedProject[];
  readonly alliances: readonly PlannedAlliance[];
}

/** The year of a seed: the same seed and size give the same names, amounts and days. Throws for a seed that is no word, and for a size in which a year does not fit. */
export function planYear(seed: string, size: YearSize): YearPlan {
  checkSeed(seed);
  checkSize(size);
  const random = randomOf(`year ${seed}`);
  const organisations = planOrganisations(random.fork('organisations'));
  const roster = planExperts(random.fork('roster'), organisations);
  const applications = planApplications(random.fork('applications'), size, organisations, roster);
  return {
    seed,
    size,
    organisations,
    acceptors: planAcceptors(random.fork('acceptors')),
    roster,
    applications,
    projects: planProjects(random.fork('projects'), applications),
    alliances: planAlliances(random.fork('alliances'), organisations),
  };
}
