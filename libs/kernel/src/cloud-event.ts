import { z } from 'zod';
import { attempt } from './attempt.ts';

/** The envelope of an event as the platform publishes it: CloudEvents 1.0 in structured JSON. `data` is for the schema of its type. */
export const CloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  /** `<subject>/<version>`: the same event has the same id, however often it comes. */
  id: z.string().min(1),
  source: z.string().regex(/^\/[^/]+\/[^/]+\/[^/]+$/),
  type: z.string().regex(/^xietong\.[a-z-]+\.[a-z-]+\.[a-z-]+\.v\d+$/),
  subject: z.string().regex(/^[^/]+\/.+$/),
  /** The version of the aggregate that the event led to, in ten digits, from 1 on. */
  sequence: z.string().regex(/^(?!0{10})\d{10}$/),
  time: z.iso.datetime({ precision: 3 }),
  traceparent: z.string().optional(),
  correlationid: z.string().optional(),
  causationid: z.string().optional(),
  actor: z.string(),
  prevhash: z.string(),
  data: z.unknown(),
});
export type CloudEvent = z.output<typeof CloudEvent>;

/** An event that is what it says. `body` is its exact text, over which the hash chain runs. */
export interface ReadCloudEvent {
  readonly event: CloudEvent;
  readonly aggregateId: string;
  readonly version: number;
  readonly body: string;
}

/** Why a message is no event of the topic that it came on. `detail` names the fields at fault, never their values. */
export interface NoCloudEvent {
  readonly unreadable: 'not-json' | 'not-an-event' | 'foreign-source' | 'wrong-key';
  readonly detail: string;
}

/** What a 32-bit integer holds: the stores of some readers count versions in one. */
const versionMax = 2 ** 31 - 1;

/** Reads a message. `source` is the only one that the topic may carry; `key` is the message's, under which the broker keeps order. */
export function readCloudEvent(source: string, key: string, value: Uint8Array): ReadCloudEvent | NoCloudEvent {
  const body = attempt(() => utf8.decode(value));
  const json = body === undefined ? undefined : attempt((): unknown => JSON.parse(body));
  if (body === undefined || json === undefined) return { unreadable: 'not-json', detail: '' };
  const parsed = CloudEvent.safeParse(json);
  if (!parsed.success) return { unreadable: 'not-an-event', detail: fieldsAtFault(parsed.error) };
  const event = parsed.data;
  const version = Number(event.sequence);
  if (version > versionMax) return { unreadable: 'not-an-event', detail: 'sequence' };
  if (event.id !== `${event.subject}/${version}`) return { unreadable: 'not-an-event', detail: 'id' };
  if (event.source !== source) return { unreadable: 'foreign-source', detail: 'source' };
  const aggregateId = event.subject.slice(event.subject.indexOf('/') + 1);
  if (aggregateId !== key) return { unreadable: 'wrong-key', detail: 'subject' };
  return { event, aggregateId, version, body };
}

/** The fields that a schema refuses, without their values: what may be said of a message in a log or a parking lot. */
export const fieldsAtFault = (error: z.ZodError): string =>
  [...new Set(error.issues.map(({ path }) => path.join('.') || 'the whole'))].slice(0, 5).join(', ');

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
