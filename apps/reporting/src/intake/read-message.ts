import { type AnyEventDefinition, type Collaboration, wireType } from '@xietong/kernel';
import { z } from 'zod';
import type { Contract } from '../contracts.ts';
import type { Topic } from '../watermark/topic.ts';

/** A message as the broker hands it over. */
export interface Message {
  readonly offset: bigint;
  readonly key: string;
  readonly value: Uint8Array;
}

/** An event that can be applied; it states a collaboration or it does not. */
export interface ReadEvent {
  readonly subject: string;
  readonly version: number;
  readonly type: string;
  readonly body: string;
  readonly states?: Collaboration;
}

/** Why a message cannot be applied. `detail` names the field at fault, never its value. */
export interface Unreadable {
  readonly unreadable: 'not-json' | 'not-an-event' | 'foreign-source' | 'wrong-key' | 'unfit-data';
  readonly detail: string;
}

export type MessageReader = (topic: Topic, message: Message) => ReadEvent | Unreadable;

const CloudEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  sequence: z.string().regex(/^(?!0{10})\d{10}$/),
  time: z.string(),
  data: z.unknown(),
});

/** Reads messages of these contracts. An event of a type that its context's contract does not list is read without its data. */
export function messageReader(contracts: readonly Contract[]): MessageReader {
  const definitions = new Map(contracts.flatMap(({ context, events }) => events.map((event) => [wireType(context, event), event])));
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (topic, { key, value }) => {
    const body = attempt(() => utf8.decode(value));
    const json = body === undefined ? undefined : attempt((): unknown => JSON.parse(body));
    if (body === undefined || json === undefined) return { unreadable: 'not-json', detail: '' };

    const parsed = CloudEvent.safeParse(json);
    if (!parsed.success) return { unreadable: 'not-an-event', detail: fields(parsed.error) };
    const { id, source, type, subject, sequence, data } = parsed.data;
    const version = Number(sequence);
    if (id !== `${subject}/${version}`) return { unreadable: 'not-an-event', detail: 'id' };
    if (source !== topic.source) return { unreadable: 'foreign-source', detail: 'source' };
    const aggregateId = subject.slice(subject.indexOf('/') + 1);
    if (aggregateId !== key) return { unreadable: 'wrong-key', detail: 'subject' };

    const definition = definitions.get(type);
    return definition ? withData(definition, data, aggregateId, { subject, version, type, body }) : { subject, version, type, body };
  };
}

function withData(definition: AnyEventDefinition, data: unknown, aggregateId: string, event: ReadEvent): ReadEvent | Unreadable {
  const parsed = definition.schema.safeParse(data);
  if (!parsed.success) return { unreadable: 'unfit-data', detail: fields(parsed.error) };
  const { states } = definition;
  if (!states) return event;
  // `states` takes what its own schema has just let through; a list of differing definitions cannot say so in its type.
  const stated = attempt(() => states(parsed.data as never, aggregateId));
  return stated ? { ...event, states: stated } : { unreadable: 'unfit-data', detail: 'states no collaboration' };
}

const fields = (error: z.ZodError): string =>
  [...new Set(error.issues.map(({ path }) => path.join('.') || 'the whole'))].slice(0, 5).join(', ');

// What cannot be read is an answer about the message, which is parked with it: one bad event must not hold up a topic.
function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
