import { event } from '@xietong/kernel';
import { z } from 'zod';
import { Grant } from './participant.ts';
import { Reason } from './text.ts';

/** The project stopped for a time. */
export const projectSuspended = event('project.suspended', 1, z.object({ reason: Reason }));

/** The project goes on. */
export const projectResumed = event('project.resumed', 1, z.object({}));

/** The project ended before its plan was done. `settled` is what remains paid out in all, where it is known. */
export const projectExited = event('project.exited', 1, z.object({ reason: Reason, settled: Grant.optional() }));

/** Every milestone was done. */
export const projectCompleted = event('project.completed', 1, z.object({}));
