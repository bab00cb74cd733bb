import { applicationDeclaredEligible } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import type { ApplicationState } from '../state.ts';

export const declareEligible = ({ status }: ApplicationState) =>
  status === 'submitted' ? [applicationDeclaredEligible({})] : refuse('not-submitted', { status });
