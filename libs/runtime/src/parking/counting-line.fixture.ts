import { type DomainEvent, event, type Occurrence, projection, service } from '@xietong/kernel';
import { z } from 'zod';
import { applicationsOf } from '../consume/application.ts';
import { eventFollowers } from '../consume/event-followers.ts';
import type { Store } from '../store/store.ts';
import { noTracing } from '../telemetry/tracing.ts';
import { consumerDesk } from './consumer-desk.ts';
import type { ParkedMessage } from './parking-desk.ts';
import type { ParkingLot } from './parking-lot.ts';

const counted = event('parcel.counted', 1, z.strictObject({ pieces: z.int() }));
const counting = projection('counts', {
  context: 'parcels',
  from: [counted],
  apply: (before: { pieces: number[] } | undefined, { data }: DomainEvent<string, { pieces: number }>, _: Occurrence) => ({
    pieces: [...(before?.pieces ?? []), data.pieces],
  }),
});
const harbour = service('harbour', { projections: [counting], problems: {} });

export const agency = 'NO-03/rcn';
export const topic = 'NO-03.rcn.parcels';
export const decider = { by: 'an operator', reason: 'looked into it' };

/** An event of a parcel; its version is the number of pieces, so that what was applied shows in which order. */
export const textOf = (key: string, version: number, part: object = {}): string =>
  JSON.stringify({
    specversion: '1.0',
    id: `parcel/${key}/${version}`,
    source: '/NO-03/rcn/parcels',
    type: 'xietong.parcels.parcel.counted.v1',
    subject: `parcel/${key}`,
    sequence: String(version).padStart(10, '0'),
    time: '2026-01-01T00:00:00.000Z',
    actor: 'someone',
    prevhash: '',
    data: { pieces: version },
    ...part,
  });

/** A projection that keeps its events in order, its consumer, and the desk for what the consumer parks. */
export class CountingLine {
  readonly desk;
  readonly #store: Store;
  readonly #consumer;
  #offset = 0;
  #seconds = 0;

  /** `lot` may stand before the store's own, to do something in between. */
  constructor(store: Store, lot: ParkingLot = store.parking) {
    this.#store = store;
    const now = () => new Date(Date.UTC(2026, 0, 1, 0, 0, (this.#seconds += 1))).toISOString() as `2026-01-01T${string}Z`;
    const applications = applicationsOf({ service: harbour, commands: { run: noCommands }, projections: store.projections });
    this.desk = consumerDesk({ lot, applications, now });
    [this.#consumer] = eventFollowers({
      context: 'harbour',
      agencies: [],
      applications,
      parking: lot,
      tracing: noTracing,
      now,
    });
  }

  /** Delivers messages one after the other, as its topic would. Answers the offset of the first. */
  async deliver(...messages: readonly { key: string; body: string | Buffer }[]): Promise<number> {
    const first = this.#offset;
    this.#offset += messages.length;
    await this.redeliver(first, ...messages);
    return first;
  }

  /** Delivers messages on another topic, from its beginning. */
  async deliverOn(other: string, ...messages: readonly { key: string; body: string | Buffer }[]): Promise<void> {
    await this.#consumer?.handle({ topic: other, partition: 0, messages: messages.map(incoming) });
  }

  /** Delivers them at offsets at which they were delivered before. */
  async redeliver(first: number, ...messages: readonly { key: string; body: string | Buffer }[]): Promise<void> {
    await this.#consumer?.handle({ topic, partition: 0, messages: messages.map((message, n) => incoming(message, first + n)) });
  }

  async parked(key: string): Promise<ParkedMessage[]> {
    return this.desk.list({ agency, key, status: 'parked', limit: 200 });
  }

  /** What was applied of a key, in the order in which it was. */
  async applied(key: string): Promise<number[]> {
    const found = await this.#store.projections.find('counts', key);
    return (found?.record as { pieces: number[] } | undefined)?.pieces ?? [];
  }

  replay(key: string) {
    return this.desk.replay({ consumer: 'counts', topic, key }, decider);
  }
}

const incoming = ({ key, body }: { key: string; body: string | Buffer }, offset: number) => ({
  offset: BigInt(offset),
  key,
  value: Buffer.from(body),
  headers: {},
});

export const idAt = (offset: number): string => `counts~${topic}~0~${offset}`;

function noCommands(): never {
  throw new Error('a projection gives no command');
}
