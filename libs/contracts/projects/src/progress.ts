import { LocalDate } from '@xietong/domain';
import { z } from 'zod';
import { Milestone } from './plan.ts';

/** How much of one milestone is done, in whole percent. */
export const MilestoneProgress = z.object({ no: Milestone.shape.no, donePercent: z.int().min(0).max(100) });
export type MilestoneProgress = z.output<typeof MilestoneProgress>;

// 100 basis points are one percent: a milestone's weight times what is done of it is a whole number of them.
const BasisPoints = z.int().min(0).max(10_000);

/** Where the project stood against its plan on a day: what was planned to be done by then, and what was. */
export const Standing = z.object({ on: LocalDate, plannedBasisPoints: BasisPoints, actualBasisPoints: BasisPoints });
export type Standing = z.output<typeof Standing>;

/** A report on progress: every milestone of the plan, and the standing that follows from them. */
export const ProgressReport = z.object({ ...Standing.shape, milestones: z.array(MilestoneProgress) });
export type ProgressReport = z.output<typeof ProgressReport>;
