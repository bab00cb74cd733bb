import { type projectAssisted, projectAssistanceEnded, Assistance as Given } from '@xietong/contracts-projects';
import { z } from 'zod';
import { inState } from './in-state.ts';
import type { ProjectState } from './state.ts';

/** Help that a project gets or got, with its effect once it has ended. */
export const Assistance = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('running'), ...Given.shape }),
  z.strictObject({ status: z.literal('ended'), ...Given.shape, effect: projectAssistanceEnded.schema.shape.effect }),
]);
export type Assistance = z.output<typeof Assistance>;

/** All that the project ever got, the earliest first; before its first plan it got none. */
export const assistancesOf = (project: ProjectState): readonly Assistance[] =>
  project.status === 'registered' ? [] : (project.assistances ?? []);

/** Assistance begins while the project is active; its effect may be told at any time. */
export function evolveAssistance(
  project: ProjectState,
  event: ReturnType<typeof projectAssisted | typeof projectAssistanceEnded>,
): ProjectState {
  if (event.type === 'project.assisted') {
    return { ...inState(project, 'active'), assistances: [...assistancesOf(project), { status: 'running', ...event.data }] };
  }
  const { no, effect } = event.data;
  return {
    ...inState(project, 'active', 'suspended', 'exited', 'completed'),
    assistances: assistancesOf(project).map((each) => (each.no === no ? { ...each, status: 'ended', effect } : each)),
  };
}
