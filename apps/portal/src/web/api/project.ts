import type { Participant, Plan, ProgressReport, Standing } from '@xietong/contracts-projects';

/** The states that a project can be in, in the order of its life. */
export const projectStatuses = ['registered', 'active', 'suspended', 'exited', 'completed'] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

export { type Light, lights } from '@xietong/contracts-projects/light';

/** A project that lags its plan, and what became of the warning. */
export interface Warning extends Standing {
  readonly status: 'open' | 'escalated' | 'answered';
  readonly answerBy: string;
  readonly answer?: { readonly cause: string; readonly measures: string; readonly late: boolean };
}

/** A project as the projects service shows it. */
export interface Project {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly status: ProjectStatus;
  readonly registrar: string;
  readonly number: string;
  readonly title: string;
  readonly acronym?: string;
  readonly programme?: string;
  readonly field?: string;
  readonly call?: string;
  readonly signedOn: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly participants: readonly Participant[];
  readonly plan?: Plan;
  readonly progress: readonly ProgressReport[];
  readonly warning?: Warning;
  /** The last quarters that were reported on since somebody decided on the project, as the service judged them. */
  readonly quarters?: readonly { readonly quarter: string; readonly belowPlan: boolean }[];
  readonly midway?: { readonly status: 'open' | 'escalated' | 'settled'; readonly verdict: { readonly kind: string } };
  readonly acceptance?: { readonly status: 'requested' | 'rejected' | 'accepted' };
  readonly suspension?: { readonly reason: string };
  readonly exit?: { readonly reason: string };
}
