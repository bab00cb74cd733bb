import { Instant } from '@xietong/domain';
import { z } from 'zod';

/** How the clock of a demonstration is set: it stands at a moment, or runs with the machine's, so many milliseconds apart from it. */
export const ClockSetting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('standing'), at: Instant }),
  z.strictObject({ kind: z.literal('running'), aheadMs: z.int() }),
]);
export type ClockSetting = z.output<typeof ClockSetting>;

export const standingAt = (at: Instant): ClockSetting => ({ kind: 'standing', at });

/** Runs on from `at`, which it shows while the machine's clock shows `machineMs`. */
export const runningFrom = (at: Instant, machineMs: number): ClockSetting => ({ kind: 'running', aheadMs: Date.parse(at) - machineMs });

/** What a clock so set shows while the machine's shows `machineMs` (milliseconds since 1970). */
export const shownBy = (setting: ClockSetting, machineMs: number): Instant =>
  setting.kind === 'standing' ? setting.at : (new Date(machineMs + setting.aheadMs).toISOString() as Instant);
