import type { ProblemTable } from '@xietong/kernel';
import { expertProblems } from './expert/problems.ts';

/** Every refusal of this service. */
export const problems = { ...expertProblems } satisfies ProblemTable;
