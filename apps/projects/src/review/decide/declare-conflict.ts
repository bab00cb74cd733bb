import { reviewConflictDeclared, reviewConflictFound } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { isWithExpert, type ReviewState } from '../state.ts';

export const DeclareConflict = z.strictObject(reviewConflictDeclared.schema.shape);
export type DeclareConflict = z.output<typeof DeclareConflict>;

// At any time, also after the panel decided: then the history says so, and what follows from it is for people to judge.
export const declareConflict = (review: ReviewState, { nature }: DeclareConflict) =>
  isWithExpert(review) ? [reviewConflictDeclared({ nature })] : refuse('expert-not-involved', { status: review.status });

export const voidForConflict = (review: ReviewState, { nature }: DeclareConflict) =>
  isWithExpert(review) ? [reviewConflictFound({ nature })] : refuse('expert-not-involved', { status: review.status });
