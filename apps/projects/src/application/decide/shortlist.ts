import { applicationShortlisted } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import type { ApplicationState } from '../state.ts';

export const shortlist = ({ status }: ApplicationState) =>
  status === 'eligible' ? [applicationShortlisted({})] : refuse('not-eligible', { status });
