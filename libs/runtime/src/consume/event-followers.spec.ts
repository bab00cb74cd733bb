import { type DomainEvent, earlier, event, type Occurrence, projection, type Reaction, reaction, service } from '@xietong/kernel';
import { z } from 'zod';
import { aHouse, done, type House, type Instance } from '../commit/testing/bench-house.ts';
import { Tallies, tallies, tallyAdded } from '../commit/testing/tally.ts';
import type { ParkedMessage } from '../parking/parking-desk.ts';
import { spanDefinitions, spanTitleOf } from '../telemetry/spans.ts';
import { noTracing, type Tracing } from '../telemetry/tracing.ts';
import { type Application, applicationsOf } from './application.ts';
import { eventFollowers } from './event-followers.ts';
import type { Follower } from './shared-consumer.ts';

const copyEach = reaction('copy each amount', {
  context: 'tallies',
  on: tallyAdded,
  aggregate: Tallies,
  command: 'add',
  orders: ({ data }) => [
    { id: 'copy-1', input: { amounts: [data.amount] } },
    { id: 'copy-2', input: { amounts: [data.amount] } },
  ],
});
const copyWhileOpen: Reaction = { ...copyEach, name: 'copy while it is open', unless: ['tally-closed'] };
const sums = projection('sums', {
  context: 'tallies',
  from: [tallyAdded],
  apply: (record: { sum: number } | undefined, event: DomainEvent<'tally.added', { amount: number }>, _: Occurrence) => ({
    sum: (record?.sum ?? 0) + event.data.amount,
  }),
});
// The same event a version later, as another service knows it by now; what was published before still comes.
const tallyAddedIn = event('tally.added', 2, z.object({ amount: z.int(), unit: z.string() }), {
  earlier: earlier(tallyAdded, ({ amount }) => ({ amount, unit: 'piece' })),
});
const units = projection('units', {
  context: 'tallies',
  from: [tallyAddedIn],
  apply: (_: unknown, event: DomainEvent<'tally.added', { amount: number; unit: string }>, __: Occurrence) => event.data,
});
const strict = projection('strict', {
  context: 'tallies',
  from: [tallyAdded],
  apply: (record: { begun: true } | undefined, event: DomainEvent<'tally.added', { amount: number }>, _: Occurrence) => {
    if (!record && event.data.amount !== 1) throw new Error('nothing has begun it');
    return { begun: true } as const;
  },
});
const ordersNothingRight: Reaction = {
  ...copyEach,
  name: 'copy impossibly',
  orders: () => {
    throw new Error('this event was not foreseen');
  },
};
const listening = service('listening', {
  aggregates: [Tallies],
  reactions: [copyEach, copyWhileOpen, ordersNothingRight],
  projections: [sums, units, strict],
  problems: tallies.problems,
});

const topic = 'NO-03.rcn.tallies';
const added = (id: string, version: number, amount: unknown, part: object = {}): { key: string; text: string } => ({
  key: id,
  text: JSON.stringify({
    specversion: '1.0',
    id: `tally/${id}/${version}`,
    source: '/NO-03/rcn/tallies',
    type: 'xietong.tallies.tally.added.v1',
    subject: `tally/${id}`,
    sequence: String(version).padStart(10, '0'),
    time: '2026-01-01T00:00:00.000Z',
    actor: 'someone',
    prevhash: '',
    data: { amount },
    ...part,
  }),
});

let house: House;
let one: Instance;
let consumers: Map<string, Follower>;
beforeEach(async () => {
  house = await aHouse();
  one = house.instance();
  for (const name of ['copy-1', 'copy-2']) done(await one.give('begin', { name }));
  const commands = {
    run: (request: { command: string; input: unknown; id?: string }) => one.give(request.command, request.input as object, request),
  };
  const applications = applicationsOf({ service: listening, commands, projections: house.store.projections });
  consumers = new Map(consumersOver(applications).map((each) => [each.name, each]));
});

const consumersOver = (applications: readonly Application[], tracing = noTracing, context = 'listening') =>
  eventFollowers({
    context,
    agencies: ['NO-03/rcn', 'CN-331082/kjj'],
    applications,
    parking: house.store.parking,
    tracing,
    now: () => '2026-01-01T00:00:00.000Z',
  });
const parkedOf = async (consumer: string): Promise<ParkedMessage[]> =>
  (await house.store.parking.list({ agency: 'NO-03/rcn', consumer, status: 'parked', limit: 10 })).sort(
    (one, other) => one.offset - other.offset,
  );

async function deliver(consumer: string, messages: readonly { key: string; text: string }[], firstOffset = 0): Promise<void> {
  await consumers.get(consumer)?.handle({
    topic,
    partition: 0,
    messages: messages.map(({ key, text }, i) => ({ offset: BigInt(firstOffset + i), key, value: Buffer.from(text), headers: {} })),
  });
}
const sumOf = async (id: string): Promise<unknown> => ((await house.tallies.load([id]))[0]?.state as { sum: number }).sum;

describe('what is followed', () => {
  const topics = [
    'NO-03.rcn.tallies',
    'CN-331082.kjj.tallies',
    'NO-03.inn.tallies',
    'NO-03xrcn.tallies',
    'NO-03.rcn.tallies.old',
    'NO-03.rcn.projects',
  ];
  const followedBy = (context: string) => {
    const commands = { run: () => Promise.reject(new Error('nothing is applied here')) };
    const [application] = applicationsOf({ service: listening, commands, projections: house.store.projections });
    const [consumer] = consumersOver(application ? [application] : [], noTracing, context);
    return topics.filter((name) => consumer?.topics.test(name));
  };

  it('of another context is what all agencies publish, one that comes later too', () => {
    expect(followedBy('listening')).toEqual(['NO-03.rcn.tallies', 'CN-331082.kjj.tallies', 'NO-03.inn.tallies']);
  });

  it("of the service's own context is what its own agencies publish: another deployment's documents are not here", () => {
    expect(followedBy('tallies')).toEqual(['NO-03.rcn.tallies', 'CN-331082.kjj.tallies']);
  });
});

describe('a reaction', () => {
  it('carries out each of its orders once, however often the event comes', async () => {
    for (let time = 0; time < 3; time += 1) await deliver('copy each amount', [added('a', 2, 5), added('b', 2, 7)]);
    expect([await sumOf('copy-1'), await sumOf('copy-2')]).toEqual([12, 12]);
  });

  it('says in its events which event caused them, on the same trace', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await deliver('copy each amount', [added('a', 2, 5, { correlationid: 'the-journey', traceparent })]);
    await one.drain();
    const [entry] = await house.store.journal.read('tally/copy-1', 1, 1);
    expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({ causationid: 'tally/a/2', correlationid: 'the-journey', traceparent });
  });

  it.each([
    ['is not JSON', { key: 'a', text: '{' }, 'not-json'],
    ['is no CloudEvent', { key: 'a', text: '{}' }, 'not-an-event'],
    ['comes from a source that does not own the topic', added('a', 2, 5, { source: '/NO-03/inn/tallies' }), 'foreign-source'],
    ['has data outside its schema', added('a', 2, 'five'), 'unfit-data'],
  ])('parks an event that %s with its followers, while other keys go on', async (_, unfit, reason) => {
    await deliver('copy each amount', [unfit, added('b', 2, 7), added('a', 3, 1)]);
    const parked = await parkedOf('copy each amount');
    expect(parked.map(({ key, offset, reason: { code } }) => [key, offset, code])).toEqual([
      ['a', 0, reason],
      ['a', 2, 'follows-parked'],
    ]);
    expect(await sumOf('copy-1')).toBe(7);
  });

  it('parks an event whose order is refused, with the refusal as the reason', async () => {
    await one.give('expire', {}, { id: 'copy-2', actor: { id: 'clock', kind: 'clock', roles: [] } });
    await deliver('copy each amount', [added('a', 2, 5)]);
    expect((await parkedOf('copy each amount')).map(({ reason }) => reason)).toEqual([
      { code: 'command-refused', detail: 'add of tally copy-2: tally-closed' },
    ]);
  });

  it('parks an event that its orders cannot be made of', async () => {
    await deliver('copy impossibly', [added('a', 2, 5)]);
    expect((await parkedOf('copy impossibly')).map(({ reason }) => reason)).toEqual([{ code: 'event-impossible', detail: 'tally.added' }]);
  });

  it('passes over an order whose refusal says that nothing is left to do, and carries out the others', async () => {
    await one.give('expire', {}, { id: 'copy-1', actor: { id: 'clock', kind: 'clock', roles: [] } });
    await deliver('copy while it is open', [added('a', 2, 5)]);
    expect([await parkedOf('copy while it is open'), await sumOf('copy-2')]).toEqual([[], 5]);
  });
});

test('a service follows its own events as it does those of others: it listens on its own topics, and its commands are given', async () => {
  const own = service('tallies', { aggregates: [Tallies], reactions: [copyEach], problems: tallies.problems });
  const run = (request: { command: string; input: unknown; id?: string }) => one.give(request.command, request.input as object, request);
  const applications = applicationsOf({ service: own, commands: { run }, projections: house.store.projections });
  const [consumer] = eventFollowers({
    context: 'tallies',
    agencies: ['NO-03/rcn'],
    applications,
    parking: house.store.parking,
    tracing: noTracing,
    now: () => '2026-01-01T00:00:00.000Z',
  });
  expect(consumer?.topics.test(topic)).toBe(true);
  const { key, text } = added('a', 2, 5);
  await consumer?.handle({ topic, partition: 0, messages: [{ offset: 0n, key, value: Buffer.from(text), headers: {} }] });
  expect([await sumOf('copy-1'), await sumOf('copy-2')]).toEqual([5, 5]);
});

test('a batch without anything that is asked for leaves no span', async () => {
  const spans: string[] = [];
  const tracing: Tracing = {
    span: (name, _, work) => {
      spans.push(name);
      return work(undefined);
    },
    stop: async () => {},
  };
  const applications = applicationsOf({ service: listening, commands: { run: refusing }, projections: house.store.projections });
  const { key, text } = added('a', 2, 5, { type: 'xietong.tallies.tally.closed.v1' });
  for (const follower of consumersOver(applications, tracing))
    await follower.handle({ topic, partition: 0, messages: [{ offset: 0n, key, value: Buffer.from(text), headers: {} }] });
  expect(spans).toEqual([]);
});

test('a batch is applied in one span, linked to the commands whose events it holds', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const spans: unknown[] = [];
  const tracing: Tracing = {
    span: (name, { attributes, links }, work) => {
      spans.push([spanTitleOf(name, attributes), spanDefinitions[name].kind, links?.()]);
      return work(undefined);
    },
    stop: async () => {},
  };
  const applications = applicationsOf({ service: listening, commands: { run: refusing }, projections: house.store.projections });
  const consumer = consumersOver(applications, tracing).find(({ name }) => name === 'sums');
  const batch = [added('a', 2, 5, { traceparent }), added('b', 2, 5)];
  const messages = batch.map(({ key, text }, i) => ({ offset: BigInt(i), key, value: Buffer.from(text), headers: {} }));
  await consumer?.handle({ topic, partition: 0, messages });
  expect(spans).toEqual([['listening sums', 'consumer', [traceparent]]]);
});

describe('a projection', () => {
  it('keeps the newest record of each aggregate and ignores what it has seen', async () => {
    await deliver('sums', [added('a', 2, 5), added('a', 3, 6), added('a', 2, 5), added('b', 2, 1)]);
    expect(await house.store.projections.find('sums', 'a')).toMatchObject({ version: 3, record: { sum: 11 } });
    expect(await house.store.projections.find('sums', 'b')).toMatchObject({ version: 2, record: { sum: 1 } });
  });

  it('reads an event that was published in an earlier version as one of today', async () => {
    const newer = added('b', 3, 6, { type: 'xietong.tallies.tally.added.v2', data: { amount: 6, unit: 'box' } });
    await deliver('units', [added('a', 2, 5), newer]);
    expect(await house.store.projections.find('units', 'a')).toMatchObject({ version: 2, record: { amount: 5, unit: 'piece' } });
    expect(await house.store.projections.find('units', 'b')).toMatchObject({ version: 3, record: { amount: 6, unit: 'box' } });
  });

  it('parks an event that cannot follow on its record, and goes on with the others', async () => {
    await deliver('strict', [added('a', 2, 7), added('b', 2, 1), added('a', 3, 1)]);
    expect((await parkedOf('strict')).map(({ key, reason }) => [key, reason.code, reason.detail])).toEqual([
      ['a', 'event-impossible', 'tally.added'],
      ['a', 'follows-parked', ''],
    ]);
    expect(await house.store.projections.find('strict', 'b')).toMatchObject({ record: { begun: true } });
  });

  it("parks an event about a record that another agency's events made", async () => {
    await deliver('sums', [added('a', 2, 5)]);
    const elsewhere = added('a', 3, 6, { source: '/CN-331082/kjj/tallies' });
    const message = { offset: 9n, key: 'a', value: Buffer.from(elsewhere.text), headers: {} };
    await consumers.get('sums')?.handle({ topic: 'CN-331082.kjj.tallies', partition: 0, messages: [message] });
    const [parked] = await house.store.parking.list({ agency: 'CN-331082/kjj', consumer: 'sums', status: 'parked', limit: 10 });
    expect(parked?.reason).toEqual({ code: 'another-partition', detail: '' });
    expect(await house.store.projections.find('sums', 'a')).toMatchObject({ version: 2, record: { sum: 5 } });
  });

  it('passes over events that it does not keep', async () => {
    await deliver('sums', [added('a', 2, 5, { type: 'xietong.tallies.tally.closed.v1' })]);
    expect(await house.store.projections.find('sums', 'a')).toBeUndefined();
    expect(await parkedOf('sums')).toEqual([]);
  });
});

function refusing(): never {
  throw new Error('a projection gives no command');
}
