import { applicationEdited, DraftContentInput } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { withAttachments } from '../content.ts';
import type { ApplicationState } from '../state.ts';

export const Edit = z.strictObject({ content: DraftContentInput });
export type Edit = z.output<typeof Edit>;

export const edit = ({ status }: ApplicationState, { content }: Edit, { attachment }: Context) =>
  status === 'draft' || status === 'returned'
    ? [applicationEdited({ content: withAttachments(content, attachment) })]
    : refuse('not-editable', { status });
