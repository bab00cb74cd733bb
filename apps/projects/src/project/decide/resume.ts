import { projectResumed } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import type { ProjectState } from '../state.ts';

export const resume = ({ status }: ProjectState) => (status === 'suspended' ? [projectResumed({})] : refuse('not-suspended', { status }));
