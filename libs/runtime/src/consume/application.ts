import {
  type Actor,
  agencyOf,
  type AnyEventDefinition,
  attempt,
  type CloudEvent,
  type DomainEvent,
  eventReader,
  type Occurrence,
  type Projection,
  type Reaction,
  readCloudEvent,
  type ReadCloudEvent,
  type Service,
} from '@xietong/kernel';
import type { CommandRunner, Outcome } from '../commit/outcome.ts';
import type { ParkedReason } from '../parking/parking-desk.ts';
import type { ProjectionStore } from './projections.ts';

export interface ApplicationParts {
  readonly service: Service;
  readonly commands: CommandRunner;
  readonly projections: ProjectionStore;
}

/** A message by what decides how it is read: its topic says whose it is, its key under which order is kept. */
export interface ReadableMessage {
  readonly topic: string;
  readonly key: string;
  readonly body: Uint8Array;
}

/** Why a message cannot be applied. */
export interface Unfit {
  readonly unfit: ParkedReason;
}
/** An event that one consumer can apply. */
export interface Applicable extends ReadCloudEvent {
  readonly domainEvent: DomainEvent;
}
/** What applying came to: done, or why it cannot be. A fault is thrown, and the message comes again. */
export type Applied = Unfit | undefined;

/** How one reaction or projection reads and applies messages, whether they come from the topic or out of the parking lot. */
export interface Application {
  readonly name: string;
  readonly context: string;
  /** `undefined`: an event of a type that it does not ask for. */
  read(message: ReadableMessage): Applicable | Unfit | undefined;
  /** Applied again, an event changes nothing. */
  apply(event: Applicable): Promise<Applied>;
}

/** One for each reaction and projection of the service. */
export function applicationsOf(parts: ApplicationParts): Application[] {
  const { reactions, projections } = parts.service;
  return [
    ...reactions.map((reaction) => applicationOf(reaction, [reaction.on], reacting(parts, reaction))),
    ...projections.map((projection) => applicationOf(projection, projection.from, projecting(parts, projection))),
  ];
}

function applicationOf(
  { name, context }: Reaction | Projection,
  definitions: readonly AnyEventDefinition[],
  apply: Application['apply'],
): Application {
  const readData = eventReader(context, definitions);
  return {
    name,
    context,
    apply,
    read({ topic, key, body }) {
      const incoming = readCloudEvent(sourceOf(topic), key, body);
      if ('unreadable' in incoming) return { unfit: { code: incoming.unreadable, detail: incoming.detail } };
      const data = readData(incoming.event.type, incoming.event.data);
      if (!data) return undefined;
      return 'unfit' in data ? { unfit: { code: 'unfit-data', detail: data.unfit } } : { ...incoming, domainEvent: data.event };
    },
  };
}

/** The only source that an event on the topic may have. */
export const sourceOf = (topic: string): string => `/${topic.replaceAll('.', '/')}`;

function reacting({ commands }: ApplicationParts, reaction: Reaction): Application['apply'] {
  return async ({ event, domainEvent }) => {
    const occurrence = occurrenceOf(event);
    const actor: Actor = { id: `reaction:${reaction.name}`, kind: 'reaction', roles: [], agency: agencyOf(event.source) };
    const orders = attempt(() => reaction.orders(domainEvent as never, occurrence));
    if (!orders) return impossible(domainEvent);
    for (const order of orders) {
      const outcome = await commands.run({
        aggregate: reaction.aggregate,
        command: reaction.command,
        id: order.id,
        input: order.input,
        actor,
        // The event's own id: however often it comes, each of its orders is carried out once.
        idempotencyKey: `${event.id}>${order.id}`,
        payloadHash: event.id,
        ifMatch: '*',
        ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
        ...(event.correlationid === undefined ? {} : { correlationId: event.correlationid }),
        causationId: event.id,
      });
      const unfit = unfitOf(outcome, reaction, order.id);
      if (unfit) return { unfit };
    }
    return undefined;
  };
}

function unfitOf(outcome: Outcome, { aggregate, command, unless = [] }: Reaction, id: string): ParkedReason | undefined {
  const what = `${command} of ${aggregate.name} ${id}`;
  switch (outcome.kind) {
    case 'done':
      return undefined;
    case 'refused':
      if (unless.includes(outcome.refusal.refused)) return undefined;
      return { code: 'command-refused', detail: `${what}: ${outcome.refusal.refused}` };
    case 'in-flight':
    case 'overloaded':
      throw new Error(`${what} must wait: ${outcome.kind}`);
    default:
      return { code: 'command-impossible', detail: `${what}: ${outcome.kind}` };
  }
}

function projecting({ projections }: ApplicationParts, { name, apply }: Projection): Application['apply'] {
  return async ({ event, domainEvent, version }) => {
    const occurrence = occurrenceOf(event);
    const before = await projections.find(name, occurrence.aggregateId);
    const { source } = event;
    // Whose events began a record, those alone go on with it: another agency's would overwrite what it does not own.
    if (before && before.source !== source) return { unfit: { code: 'another-partition', detail: '' } };
    if (before && before.version >= version) return undefined;
    const next = attempt(() => ({ record: apply(before?.record, domainEvent as never, occurrence) }));
    if (!next) return impossible(domainEvent);
    await projections.put(name, occurrence.aggregateId, { version, source, ...next });
    return undefined;
  };
}

// A pure rule that throws would throw at each repetition, and hold up all behind it. What it says may hold values, so only the type is told.
const impossible = ({ type }: DomainEvent): Unfit => ({ unfit: { code: 'event-impossible', detail: type } });

function occurrenceOf({ id, subject, source, time }: CloudEvent): Occurrence {
  return { id, aggregateId: subject.slice(subject.indexOf('/') + 1), source, time };
}
