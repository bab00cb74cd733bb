import { Currency, Instant, LocalDate } from '@xietong/domain';
import { z } from 'zod';

/** When the follow-up of a year after acceptance is due: by the end of a day at the agency, and late from `overdueAt` on. */
export const FollowUpTime = z.object({ no: z.int().positive(), dueOn: LocalDate, overdueAt: Instant });
export type FollowUpTime = z.output<typeof FollowUpTime>;

/** Whole minor units, never a debt. */
const Revenue = z.object({ amount: z.int().nonnegative(), currency: Currency });

/**
 * What came of an accepted project in a year 跟踪评价: the revenue from its results, the jobs that they made, the carbon dioxide that they
 * saved, in whole kilograms (negative where they cost more), and whether they are still in use.
 */
export const FollowUp = z.object({ revenue: Revenue, jobs: z.int().nonnegative(), co2SavedKg: z.int(), inUse: z.boolean() });
export type FollowUp = z.output<typeof FollowUp>;

/** The same as people send it: closed, so that a mistyped field is refused and not lost. */
export const FollowUpInput = z.strictObject({ ...FollowUp.shape, revenue: z.strictObject(Revenue.shape) });
