import { showcaseSelected } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import type { ShowcaseState } from '../state.ts';

export const select = ({ status }: ShowcaseState) =>
  status === 'nominated' ? [showcaseSelected({})] : refuse('not-nominated', { status });
