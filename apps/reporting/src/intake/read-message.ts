import type { Instant } from '@xietong/domain';
import {
  attempt,
  type Collaboration,
  type EventReader,
  eventReader,
  type Measurement,
  type NoCloudEvent,
  readCloudEvent,
  type Told,
} from '@xietong/kernel';
import type { Contract } from '../contracts.ts';
import type { Topic } from '../watermark/topic.ts';

/** A message as the broker hands it over. */
export interface Message {
  readonly offset: bigint;
  readonly key: string;
  readonly value: Uint8Array;
}

/** An event that can be applied. What of it figures count: the collaboration that it states, the measurements that it tells, or nothing. */
export interface ReadEvent {
  readonly subject: string;
  readonly version: number;
  readonly type: string;
  readonly body: string;
  readonly states?: Collaboration;
  readonly tells?: readonly Measurement[];
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
    // The envelope's schema has let through a moment in UTC with milliseconds.
    return withFacts(data, { aggregateId, version, agency: topic.agency, time: event.time as Instant }, { subject, version, type, body });
  };
}

function withFacts(read: ReturnType<EventReader>, told: Told, event: ReadEvent): ReadEvent | Unreadable {
  if (!read) return event;
  if ('unfit' in read) return { unreadable: 'unfit-data', detail: read.unfit };
  const { states, tells } = read.definition;
  if (!states && !tells) return event;
  // Both take what their own schema has just let through; a list of differing definitions cannot say so in its type. Where a contract
  // throws on that, the message is parked: it must not hold up the topic.
  const data = read.event.data as never;
  const stated = states && attempt(() => states(data, told.aggregateId));
  if (states && !stated) return { unreadable: 'unfit-data', detail: 'states no collaboration' };
  const measured = tells && attempt(() => tells(data, told));
  if (tells && !measured) return { unreadable: 'unfit-data', detail: 'tells no measurement' };
  return { ...event, ...(stated && { states: stated }), ...(measured && { tells: measured }) };
}
