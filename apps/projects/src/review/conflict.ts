import { addMonths, type Instant, type LocalDate, type OrganisationId } from '@xietong/domain';
import { type Lookup, todayAt } from '@xietong/kernel';
import { type ApplicationState, partiesOf } from '../application/state.ts';
import type { ExpertRecord } from '../experts/expert.ts';
import { everyOrganisationOf } from '../project/participants.ts';
import type { ProjectState } from '../project/state.ts';
import { rulesOf } from '../rules/rule-set.ts';

/** Why an expert cannot judge what an organisation has a part in. */
export interface Conflict {
  readonly ground: 'affiliation' | 'relation' | 'shared-project';
  /** The party of the application that it is about. */
  readonly party: OrganisationId;
}

/** From which day on what stood keeps an expert from a review. */
export const conflictsSince = (today: LocalDate, conflictYears: number): LocalDate => addMonths(today, -12 * conflictYears);

interface Lasting {
  readonly organisation: OrganisationId;
  readonly until?: LocalDate | undefined;
}
const stoodSince =
  (since: LocalDate) =>
  ({ until }: Lasting) =>
    until === undefined || until >= since;

/** The organisations that the expert belongs to, or belonged to on that day or later. */
export const employersOf = ({ affiliations }: ExpertRecord, since: LocalDate): OrganisationId[] => [
  ...new Set(affiliations.filter(stoodSince(since)).map(({ organisation }) => organisation)),
];

/** The projects in which one of the organisations ever took part, from which a shared one is found. */
export const projectsOf = async (look: Lookup, organisations: readonly OrganisationId[]): Promise<ProjectState[]> => {
  const found = organisations.length === 0 ? [] : await look.list('projects', 'organisation', organisations);
  return found.map(({ state }) => state as ProjectState);
};

/** Projects in which one of the parties ever took part: as good to find a shared one from as those of an expert's organisations. */
export const projectsOfParties = (look: Lookup, application: ApplicationState): Promise<ProjectState[]> =>
  projectsOf(look, everyPartyOf(application));

/** The first conflict of interest between an expert and the parties of an application, by its rules, as it stands at that moment. */
export function conflictOver(
  application: ApplicationState,
  expert: ExpertRecord,
  projects: readonly ProjectState[],
  now: Instant,
): Conflict | undefined {
  const since = conflictsSince(todayAt(application.agency, now), rulesOf(application.rules).conflictYears);
  return findConflict(expert, everyPartyOf(application), projects, since);
}

const everyPartyOf = (application: ApplicationState): OrganisationId[] => [application.applicant, ...partiesOf(application)];

/**
 * The first conflict of interest between an expert and the parties of an application: he belongs to a party, or did since that day; he declared
 * a relation to it; or an organisation of his and a party took part in one project that ran on that day or later.
 */
export function findConflict(
  expert: ExpertRecord,
  parties: readonly OrganisationId[],
  projects: readonly ProjectState[],
  since: LocalDate,
): Conflict | undefined {
  const employers = employersOf(expert, since);
  const related = expert.relations.filter(stoodSince(since)).map(({ organisation }) => organisation);
  const partners = new Set(
    projects.filter((project) => ranSince(project, since) && shares(project, employers)).flatMap(everyOrganisationOf),
  );
  const grounds = [
    { ground: 'affiliation', among: new Set(employers) },
    { ground: 'relation', among: new Set(related) },
    { ground: 'shared-project', among: partners },
  ] as const;
  for (const { ground, among } of grounds) {
    const party = parties.find((id) => among.has(id));
    if (party) return { ground, party };
  }
  return undefined;
}

const shares = (project: ProjectState, employers: readonly OrganisationId[]): boolean =>
  everyOrganisationOf(project).some((id) => employers.includes(id));

// One whose end is not known, or that was not ended, still runs.
function ranSince(project: ProjectState, since: LocalDate): boolean {
  const hasEnded = project.status === 'exited' || project.status === 'completed';
  return !hasEnded || project.endsOn === undefined || project.endsOn >= since;
}
