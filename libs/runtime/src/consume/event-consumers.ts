import {
  type Actor,
  type AgencyRef,
  type AnyEventDefinition,
  type CloudEvent,
  type DomainEvent,
  type EventReader,
  eventReader,
  type NoCloudEvent,
  type Occurrence,
  type Projection,
  type Reaction,
  type ReadCloudEvent,
  readCloudEvent,
  type Service,
} from '@xietong/kernel';
import type { Batch, ConsumeRequest, IncomingMessage } from '../bus/bus.ts';
import type { CommandRunner, Outcome } from '../commit/outcome.ts';
import { traceparentsIn, type Tracing } from '../telemetry/tracing.ts';
import type { ParkingLot } from './parking.ts';
import type { ProjectionStore } from './projections.ts';

export interface EventConsumerParts {
  readonly service: Service;
  readonly commands: CommandRunner;
  readonly parking: ParkingLot;
  readonly projections: ProjectionStore;
  readonly tracing: Tracing;
}

/** What applying a message came to: done, or why it cannot be. A fault is thrown, and the message comes again. */
type Applied = undefined | { readonly unfit: string };
type Apply = (event: CloudEvent, domainEvent: DomainEvent, version: number) => Promise<Applied>;

/**
 * One consumer for each reaction and projection. A message that cannot be applied is parked, with its followers of the same
 * key, and the other keys go on; a fault of an engine is thrown, so that the bus hands the message over again.
 */
export function eventConsumers(parts: EventConsumerParts): ({ name: string } & ConsumeRequest)[] {
  const { service } = parts;
  return [
    ...service.reactions.map((reaction) => consumerOf(parts, reaction, [reaction.on], reacting(parts, reaction))),
    ...service.projections.map((projection) => consumerOf(parts, projection, projection.from, projecting(parts, projection))),
  ];
}

function consumerOf(
  { service, parking, tracing }: EventConsumerParts,
  { name, context }: Reaction | Projection,
  definitions: readonly AnyEventDefinition[],
  apply: Apply,
): { name: string } & ConsumeRequest {
  const readData = eventReader(context, definitions);

  async function handleOne(topic: string, partition: number, message: IncomingMessage): Promise<void> {
    const incoming = readCloudEvent(`/${topic.replaceAll('.', '/')}`, message.key, message.value);
    const data = 'event' in incoming ? readData(incoming.event.type, incoming.event.data) : undefined;
    // Of a type that this consumer does not ask for.
    if ('event' in incoming && !data) return;
    const behind = await parking.holds(name, message.key);
    const applied = behind ? { unfit: 'an earlier event of this key is parked' } : await applyOne(incoming, data);
    if (!applied) return;
    const { key, offset, value } = message;
    await parking.park({
      consumer: name,
      topic,
      partition,
      offset: String(offset),
      key,
      body: value.toString('utf8'),
      reason: applied.unfit,
    });
  }

  async function applyOne(incoming: ReadCloudEvent | NoCloudEvent, data: ReturnType<EventReader>): Promise<Applied> {
    if ('unreadable' in incoming) return { unfit: `${incoming.unreadable}: ${incoming.detail}` };
    if (!data) return undefined;
    if ('unfit' in data) return { unfit: `its data does not fit ${incoming.event.type}: ${data.unfit}` };
    return apply(incoming.event, data.event, incoming.version);
  }

  return {
    name,
    group: `${service.context}.${name.replaceAll(' ', '-')}`,
    topics: new RegExp(`^[^.]+\\.[^.]+\\.${context}$`),
    handle: (batch: Batch) =>
      tracing.span(
        `${service.context} ${name}`,
        {
          kind: 'consumer',
          links: () => traceparentsIn(batch.messages),
          attributes: { topic: batch.topic, messages: batch.messages.length },
        },
        async () => {
          for (const message of batch.messages) await handleOne(batch.topic, batch.partition, message);
        },
      ),
  };
}

function reacting({ commands }: EventConsumerParts, reaction: Reaction): Apply {
  return async (event, domainEvent) => {
    const occurrence = occurrenceOf(event);
    const [, region, agency] = event.source.split('/');
    const actor: Actor = { id: `reaction:${reaction.name}`, kind: 'reaction', roles: [], agency: `${region}/${agency}` as AgencyRef };
    for (const order of reaction.orders(domainEvent as never, occurrence)) {
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

function unfitOf(outcome: Outcome, { aggregate, command }: Reaction, id: string): string | undefined {
  const what = `${command} of ${aggregate.name} ${id}`;
  switch (outcome.kind) {
    case 'done':
      return undefined;
    case 'refused':
      return `${what} was refused: ${outcome.refusal.refused}`;
    case 'in-flight':
    case 'overloaded':
      throw new Error(`${what} must wait: ${outcome.kind}`);
    default:
      return `${what} could not be given: ${outcome.kind}`;
  }
}

function projecting({ projections }: EventConsumerParts, { name, apply }: Projection): Apply {
  return async (event, domainEvent, version) => {
    const occurrence = occurrenceOf(event);
    const before = await projections.find(name, occurrence.aggregateId);
    if (before && before.version >= version) return undefined;
    await projections.put(name, occurrence.aggregateId, { version, record: apply(before?.record, domainEvent as never, occurrence) });
    return undefined;
  };
}

function occurrenceOf({ id, subject, source, time }: CloudEvent): Occurrence {
  return { id, aggregateId: subject.slice(subject.indexOf('/') + 1), source, time };
}
