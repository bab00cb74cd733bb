import { z } from 'zod';
import type { IncomingMessage } from '../bus/bus.ts';

/** The envelope of an event as it comes in; `data` is parsed by the schema of its type. */
export const CloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().regex(/^\/[^/]+\/[^/]+\/[^/]+$/),
  type: z.string().regex(/^xietong\.[a-z-]+\.[a-z-]+\.[a-z-]+\.v\d+$/),
  subject: z.string().regex(/^[^/]+\/.+$/),
  sequence: z.string().regex(/^\d{10}$/),
  time: z.iso.datetime({ precision: 3 }),
  traceparent: z.string().optional(),
  correlationid: z.string().optional(),
  actor: z.string(),
  prevhash: z.string(),
  data: z.unknown(),
});
export type CloudEvent = z.output<typeof CloudEvent>;

/** An event that is what it says, or why it cannot be applied. */
export type Incoming = { readonly event: CloudEvent; readonly version: number } | { readonly unfit: string };

/** Reads a message of a topic: an event must be whole, and its `source` must own the topic. */
export function readCloudEvent(topic: string, message: IncomingMessage): Incoming {
  let json: unknown;
  try {
    json = JSON.parse(message.value.toString('utf8'));
  } catch {
    return { unfit: 'not JSON' };
  }
  const parsed = CloudEvent.safeParse(json);
  if (!parsed.success)
    return { unfit: `not a CloudEvent: ${parsed.error.issues.map(({ path, message: what }) => `${path.join('.')} ${what}`).join('; ')}` };
  const event = parsed.data;
  if (event.source.slice(1).replaceAll('/', '.') !== topic) return { unfit: `source ${event.source} does not own this topic` };
  return { event, version: Number(event.sequence) };
}
