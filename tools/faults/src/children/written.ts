import { z } from 'zod';

/** What an observed reporting tells: the ids of the events of one batch, and when it was on disk, in ms since 1970. */
export const Written = z.strictObject({ atMs: z.number(), ids: z.array(z.string()) });
export type Written = z.output<typeof Written>;
