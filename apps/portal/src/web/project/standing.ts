import type { Milestone } from '@xietong/contracts-projects';
import type { Project } from '../api/project.ts';

/** A project's newest report on its plan. */
export const findLatestReport = ({ progress }: Pick<Project, 'progress'>) =>
  progress.reduce<Project['progress'][number] | undefined>(
    (latest, report) => (!latest || report.on >= latest.on ? report : latest),
    undefined,
  );

/** How far a report lags the plan, as a part of 1; 0 when it is on plan or ahead. */
export const lagOf = ({ plannedBasisPoints, actualBasisPoints }: { plannedBasisPoints: number; actualBasisPoints: number }): number =>
  Math.max(0, plannedBasisPoints - actualBasisPoints) / 10_000;

export interface MilestoneLine extends Milestone {
  /** In percent, as the newest report says; absent before the first one. */
  readonly donePercent?: number;
}

/** The milestones of the plan by their due day, each with what the newest report says of it. */
export const toMilestoneLines = (project: Pick<Project, 'plan' | 'progress'>): MilestoneLine[] => {
  const done = new Map(findLatestReport(project)?.milestones.map(({ no, donePercent }) => [no, donePercent]));
  return (project.plan?.milestones ?? [])
    .toSorted((one, other) => one.due.localeCompare(other.due) || one.no - other.no)
    .map((milestone) => {
      const donePercent = done.get(milestone.no);
      return { ...milestone, ...(donePercent === undefined ? {} : { donePercent }) };
    });
};
