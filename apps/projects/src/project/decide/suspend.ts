import { projectSuspended } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ProjectState } from '../state.ts';

export const Suspend = z.strictObject({ reason: Reason });
export type Suspend = z.output<typeof Suspend>;

export const suspend = (project: ProjectState, { reason }: Suspend) => {
  if (project.status !== 'active') return refuse('not-active', { status: project.status });
  return [projectSuspended({ reason })];
};
