import { applicationEdited, DraftContentInput } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ApplicationState } from '../state.ts';

export const Edit = z.strictObject({ content: DraftContentInput });
export type Edit = z.output<typeof Edit>;

export const edit = ({ status }: ApplicationState, { content }: Edit) =>
  status === 'draft' || status === 'returned' ? [applicationEdited({ content })] : refuse('not-editable', { status });
