import { projectRejected } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ProjectState } from '../state.ts';

export const Reject = z.strictObject({ missing: projectRejected.schema.shape.missing });
export type Reject = z.output<typeof Reject>;

export const reject = (project: ProjectState, { missing }: Reject) => {
  if (project.status !== 'active') return refuse('not-active', { status: project.status });
  const { acceptor, acceptance } = project;
  if (!acceptor || acceptance?.status !== 'requested') return refuse('no-verdict-awaited');
  return [projectRejected({ acceptor: acceptor.id, missing })];
};
