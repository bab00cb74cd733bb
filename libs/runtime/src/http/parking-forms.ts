import { Instant, text } from '@xietong/domain';
import { consumersOf, type Service } from '@xietong/kernel';
import { z } from 'zod';
import { eventBytesMax } from '../commit/job.ts';
import { parkedReasonCodes, parkedStatuses } from '../parking/parking-desk.ts';
import { pageDefault, pageMax } from './limits.ts';

// What an operator sends about parked messages, and what he is answered. None of it takes an idempotency key: a decision that comes
// twice finds done what it asks for.

/** The id of a parked message looks like this. */
export const parkedIdShape = 'facts~NO-03.rcn.projects~0~12';

const Reason = text(500).meta({ description: 'Why: it is kept with the decision.' });
const Key = z.string().min(1).max(500);

export const Mending = z.strictObject({
  body: z.string().min(1).max(eventBytesMax).meta({ description: 'The whole text of the event, as it should have come.' }),
  reason: Reason,
});
export const Discarding = z.strictObject({ reason: Reason });
export const replayingOf = (service: Service) =>
  z.strictObject({ consumer: z.enum(consumersOf(service)), topic: z.string().min(1).max(249), key: Key, reason: Reason });

export const listQuestionOf = (service: Service) =>
  z.strictObject({
    consumer: z.enum(consumersOf(service)).optional(),
    key: Key.optional(),
    reason: z.enum(parkedReasonCodes).optional(),
    status: z.enum(parkedStatuses).default('parked'),
    limit: z
      .string()
      .optional()
      .meta({ type: 'integer', minimum: 1, maximum: pageMax, description: `1 to ${pageMax}; ${pageDefault} unless given` }),
    after: z.string().optional().meta({ description: 'The `next` of the page before.' }),
  });

/** Where a page ends. */
export const ParkedRowPlace = z.strictObject({ parkedAt: Instant, id: z.string() });

const Parked = {
  id: z.string(),
  consumer: z.string(),
  topic: z.string(),
  partition: z.int(),
  offset: z.int(),
  key: z.string(),
  reason: z.strictObject({ code: z.enum(parkedReasonCodes), detail: z.string().meta({ description: 'Fields, never their values.' }) }),
  role: z.enum(['cause', 'follower']).meta({ description: 'A follower waits for an earlier message of its key.' }),
  status: z.enum(parkedStatuses),
  parkedAt: Instant,
};
export const ParkedItem = z.strictObject(Parked);

export const ParkedText = z.strictObject({
  ...Parked,
  text: z.string().meta({ description: 'As it came.' }),
  mended: z.string().optional().meta({ description: 'The text that is applied in its place.' }),
  decisions: z.array(z.strictObject({ act: z.enum(['mend', 'discard', 'replay']), by: z.string(), at: Instant, reason: z.string() })),
});

export const ReplayAnswer = z.strictObject({
  applied: z.int().meta({ description: 'Messages that left the line.' }),
  parked: z.int().meta({ description: 'Messages that are still in it.' }),
  stoppedBy: z.strictObject({ id: z.string(), reason: Parked.reason }).optional().meta({ description: 'What still cannot be applied.' }),
});
