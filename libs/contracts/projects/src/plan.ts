import { LocalDate, text } from '@xietong/domain';
import { z } from 'zod';

/** A dated step of a plan 里程碑; its weight is its part of the whole, in whole percent. Reports name it by `no`. */
export const Milestone = z.object({
  no: z.int().positive(),
  title: text(300),
  due: LocalDate,
  weightPercent: z.int().min(1).max(100),
});
export type Milestone = z.output<typeof Milestone>;

/** A project's plan 实施计划: milestones whose weights make 100 percent together. */
export const Plan = z.object({ milestones: z.array(Milestone).min(1).max(100) });
export type Plan = z.output<typeof Plan>;

/** The milestones as people send them: closed, so that a mistyped field is refused and not lost. */
export const MilestonesInput = z.array(z.strictObject(Milestone.shape)).min(1).max(100);
