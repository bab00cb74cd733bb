import type { LocalDate } from '@xietong/domain';
import { parseTopic } from '../watermark/topic.ts';

/** A participation as a spec writes it: who, where, how much. */
export interface SpecParticipant {
  readonly party?: string;
  readonly region?: string;
  readonly lead?: boolean;
  readonly amount: number;
  readonly currency?: string;
}

/** What a spec says of one event of a project; the rest is filled in as the projects service would. */
export interface SpecEvent {
  readonly project: string;
  readonly version: number;
  readonly signedOn: LocalDate;
  readonly participants: readonly SpecParticipant[];
}

/** A message's key and value, as the projects service puts them on its agency's topic. */
export interface PublishedMessage {
  readonly key: string;
  readonly value: Buffer;
}

/** An event of any aggregate, as a service publishes it. */
export interface SpecPublished {
  /** `application.submitted`: the aggregate's name stands before the dot. */
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly data: unknown;
  readonly time?: string;
}

/** An event on its agency's topic; `amendments` spoil or change its envelope. */
export function publishedEvent(topic: string, event: SpecPublished, amendments: Readonly<Record<string, unknown>> = {}): PublishedMessage {
  const { agency, source } = parseTopic(topic);
  const aggregateId = `${agency.replace('/', '.')}.${event.id}`;
  const subject = `${event.type.slice(0, event.type.indexOf('.'))}/${aggregateId}`;
  const cloudEvent = {
    specversion: '1.0',
    id: `${subject}/${event.version}`,
    source,
    type: `xietong.projects.${event.type}.v1`,
    subject,
    sequence: String(event.version).padStart(10, '0'),
    time: event.time ?? '2026-01-05T08:00:00.000Z',
    datacontenttype: 'application/json',
    partitionkey: aggregateId,
    actor: 'pseudonym',
    prevhash: '',
    data: event.data,
    ...amendments,
  };
  return { key: aggregateId, value: Buffer.from(JSON.stringify(cloudEvent)) };
}

/** The first version registers the project, each later one amends its participants. */
export function published(topic: string, event: SpecEvent, amendments: Readonly<Record<string, unknown>> = {}): PublishedMessage {
  const first = event.version === 1;
  const data = {
    signedOn: event.signedOn,
    participants: event.participants.map(toParticipant),
    ...(first
      ? { registrar: parseTopic(topic).agency, number: event.project, title: `Project ${event.project}` }
      : { reason: 'corrected by its registrar' }),
  };
  const type = `project.${first ? 'registered' : 'participants-amended'}`;
  return publishedEvent(topic, { type, id: event.project, version: event.version, data }, amendments);
}

function toParticipant({ party, region, lead, amount, currency = 'EUR' }: SpecParticipant, place: number) {
  const organisation = { name: party ?? 'unnamed', ...(party !== undefined && { id: party }), ...(region !== undefined && { region }) };
  return { no: place + 1, organisation, role: lead ? 'lead' : 'partner', amount: { amount, currency } };
}
