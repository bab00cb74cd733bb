import { z } from 'zod';

/** One event that a member of a group has worked out; whether its store took the result is another question. */
export const Applying = z.strictObject({ id: z.string(), pid: z.int(), endedAtMs: z.number(), isSlow: z.boolean() });
export type Applying = z.output<typeof Applying>;
