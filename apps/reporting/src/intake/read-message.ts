import { type AnyEventDefinition, type Collaboration, fieldsAtFault, type NoCloudEvent, readCloudEvent, wireType } from '@xietong/kernel';
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
  readonly unreadable: NoCloudEvent['unreadable'] | 'unfit-data';
  readonly detail: string;
}

export type MessageReader = (topic: Topic, message: Message) => ReadEvent | Unreadable;

/** Reads messages of these contracts. An event of a type that its context's contract does not list is read without its data. */
export function messageReader(contracts: readonly Contract[]): MessageReader {
  const definitions = new Map(contracts.flatMap(({ context, events }) => events.map((event) => [wireType(context, event), event])));
  return (topic, { key, value }) => {
    const read = readCloudEvent(topic.source, key, value);
    if ('unreadable' in read) return read;
    const { event, aggregateId, version, body } = read;
    const { subject, type, data } = event;
    const definition = definitions.get(type);
    return definition ? withData(definition, data, aggregateId, { subject, version, type, body }) : { subject, version, type, body };
  };
}

function withData(definition: AnyEventDefinition, data: unknown, aggregateId: string, event: ReadEvent): ReadEvent | Unreadable {
  const parsed = definition.schema.safeParse(data);
  if (!parsed.success) return { unreadable: 'unfit-data', detail: fieldsAtFault(parsed.error) };
  const { states } = definition;
  if (!states) return event;
  // `states` takes what its own schema has just let through; a list of differing definitions cannot say so in its type.
  const stated = attempt(() => states(parsed.data as never, aggregateId));
  return stated ? { ...event, states: stated } : { unreadable: 'unfit-data', detail: 'states no collaboration' };
}

// A contract that throws on data which its own schema lets through must not hold up the topic.
function attempt<Result>(state: () => Result): Result | undefined {
  try {
    return state();
  } catch {
    return undefined;
  }
}
