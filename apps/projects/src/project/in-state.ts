import type { ProjectState, Status } from './state.ts';

/** The project, in one of the states. Throws in another: an event on it never happened, a fault in the history and not a refusal. */
export function inState<S extends Status>(project: ProjectState, ...statuses: S[]): Extract<ProjectState, { status: S }> {
  const found = statuses.find((status) => status === project.status);
  if (!found) throw new Error(`project ${project.number} is ${project.status}, not ${statuses.join(' or ')}`);
  return project as Extract<ProjectState, { status: S }>;
}
