import { callAmended, callClosed, callPublished } from '@xietong/contracts-projects';
import { z } from 'zod';

const published = { ...callPublished.schema.shape, amendments: z.array(callAmended.schema.pick({ reason: true })) };

/** A call as it is stored, and as the API shows it. Before `opensAt` it is announced, from then on applications are taken. */
export const CallState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('published'), ...published }),
  z.strictObject({ status: z.literal('closed'), ...published, closing: callClosed.schema }),
]);
export type CallState = z.output<typeof CallState>;
