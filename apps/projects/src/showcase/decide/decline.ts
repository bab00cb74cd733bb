import { showcaseDeclined } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ShowcaseState } from '../state.ts';

export const Decline = z.strictObject(showcaseDeclined.schema.shape);
export type Decline = z.output<typeof Decline>;

export const decline = ({ status }: ShowcaseState, { reason }: Decline) =>
  status === 'nominated' ? [showcaseDeclined({ reason })] : refuse('not-nominated', { status });
