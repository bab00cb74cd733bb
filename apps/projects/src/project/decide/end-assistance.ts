import { projectAssistanceEnded } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { assistancesOf } from '../assistance.ts';
import type { ProjectState } from '../state.ts';

export const EndAssistance = z.strictObject(projectAssistanceEnded.schema.shape);
export type EndAssistance = z.output<typeof EndAssistance>;

// In any state: what help came to is worth telling after the project has ended too.
export const endAssistance = (project: ProjectState, { no, effect }: EndAssistance) => {
  const assistance = assistancesOf(project).find((each) => each.no === no);
  if (!assistance) return refuse('assistance-unknown', { no }, 'no');
  return assistance.status === 'ended' ? refuse('assistance-ended', { no }, 'no') : [projectAssistanceEnded({ no, effect })];
};
