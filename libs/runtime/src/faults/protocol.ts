import { z } from 'zod';

/** Where the process ends: at which step of the write path, on which side of it, at which of its calls. */
export const Blow = z.strictObject({
  point: z.enum(['write', 'publish', 'mark', 'none']),
  side: z.enum(['before', 'after']),
  onCall: z.int().positive(),
});
export type Blow = z.output<typeof Blow>;

/** What the victim is started with. */
export const Victim = z.strictObject({
  mongoUrl: z.string(),
  database: z.string(),
  brokers: z.array(z.string()),
  username: z.string(),
  password: z.string(),
  blow: Blow,
});
export type Victim = z.output<typeof Victim>;

/** A command for the victim; `n` comes back with its outcome. */
export const Order = z.strictObject({ n: z.int(), command: z.string(), id: z.string().optional(), key: z.string(), input: z.unknown() });
export type Order = z.output<typeof Order>;

/** A line from the victim: that it is ready, or how a command ended. */
export const Report = z.union([z.strictObject({ ready: z.literal(true) }), z.strictObject({ n: z.int(), kind: z.string() })]);
