import { hash } from 'node:crypto';
import type { Instant } from '@xietong/domain';
import { type AgencyRef, type AnyAggregate, type DomainEvent, wireType } from '@xietong/kernel';
import { topicOf } from '../config/agencies.ts';

/** What an event's envelope says beside the event: where it happened, who did it, what it answers to. */
export interface EnvelopeContext {
  readonly context: string;
  readonly aggregate: AnyAggregate;
  readonly id: string;
  readonly agency: AgencyRef;
  readonly now: Instant;
  readonly actor: string;
  readonly traceparent?: string;
  readonly correlationId: string;
  readonly causationId?: string;
}

/** An event that waits in the outbox: the exact text that goes to Kafka and to the journal. */
export interface Enveloped {
  readonly version: number;
  readonly topic: string;
  readonly body: string;
}

export const subjectOf = (aggregate: string, id: string): string => `${aggregate}/${id}`;
export const eventIdOf = (subject: string, version: number): string => `${subject}/${version}`;

/** SHA-256 over the exact text of an event, hex: the link of the hash chain. */
export const hashOf = (body: string): string => hash('sha256', body, 'hex');

/** Puts one event into its CloudEvents 1.0 envelope (structured JSON); `prevhash` chains it to the one before. */
export function toCloudEvent(event: DomainEvent, version: number, prevhash: string, about: EnvelopeContext): Enveloped {
  const definition = about.aggregate.events.find(({ type }) => type === event.type);
  if (!definition) throw new Error(`'${about.aggregate.name}' has no event '${event.type}'`);
  const subject = subjectOf(about.aggregate.name, about.id);
  const body = JSON.stringify({
    specversion: '1.0',
    id: eventIdOf(subject, version),
    source: `/${about.agency}/${about.context}`,
    type: wireType(about.context, definition),
    subject,
    sequence: String(version).padStart(10, '0'),
    time: about.now,
    datacontenttype: 'application/json',
    partitionkey: about.id,
    traceparent: about.traceparent,
    correlationid: about.correlationId,
    causationid: about.causationId,
    actor: about.actor,
    prevhash,
    data: definition.schema.parse(event.data),
  });
  return { version, topic: topicOf(about.agency, about.context), body };
}
