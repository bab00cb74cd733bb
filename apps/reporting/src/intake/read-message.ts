import { attempt, type Collaboration, type EventReader, eventReader, type NoCloudEvent, readCloudEvent } from '@xietong/kernel';
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
  const readers = new Map(contracts.map(({ context, events }) => [context, eventReader(context, events)]));
  return (topic, { key, value }) => {
    const read = readCloudEvent(topic.source, key, value);
    if ('unreadable' in read) return read;
    const { event, aggregateId, version, body } = read;
    const { subject, type } = event;
    const data = readers.get(topic.context)?.(type, event.data);
    return withStatement(data, aggregateId, { subject, version, type, body });
  };
}

function withStatement(data: ReturnType<EventReader>, aggregateId: string, event: ReadEvent): ReadEvent | Unreadable {
  if (!data) return event;
  if ('unfit' in data) return { unreadable: 'unfit-data', detail: data.unfit };
  const { states } = data.definition;
  if (!states) return event;
  // `states` takes what its own schema has just let through; a list of differing definitions cannot say so in its type. Where a contract
  // throws on that, the message is parked: it must not hold up the topic.
  const stated = attempt(() => states(data.event.data as never, aggregateId));
  return stated ? { ...event, states: stated } : { unreadable: 'unfit-data', detail: 'states no collaboration' };
}
