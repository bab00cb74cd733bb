import { contracts } from '../contracts.ts';
import { published, type PublishedMessage, type SpecEvent } from '../testing/published-events.ts';
import { admit } from './admit.ts';
import { Flush } from './flush.ts';
import { Ledger } from './ledger.ts';
import { messageReader } from './read-message.ts';

const topic = 'NO-03.rcn.projects';
const read = messageReader(contracts);
const statement = (project: string, version: number): SpecEvent => ({
  project,
  version,
  signedOn: '2019-03-01',
  participants: [{ region: 'NO-03', lead: true, amount: version }],
});
const event = (project: string, version: number) => published(topic, statement(project, version));
const broken = (project: string, version: number) => published(topic, statement(project, version), { data: {} });

function admitted(messages: readonly PublishedMessage[], ledger = new Ledger(), flush = new Flush(), partition = 0) {
  const state = ledger.partition(topic, partition);
  messages.forEach((message, place) => admit(ledger, read, state, { offset: BigInt(place), ...message }, flush));
  return { ledger, flush, state };
}

const versions = ({ events }: Flush) => events.map(([aggregate, version]) => `${aggregate}/${version}`);
const parked = (flush: Flush) => flush.parked.map(({ offset, reason }) => `${offset} ${reason}`);

test('versions in order are applied one after the other', () => {
  const { flush, state } = admitted([event('1', 1), event('2', 1), event('1', 2)]);
  expect(versions(flush)).toEqual(['1/1', '2/1', '1/2']);
  expect(state.next).toBe(3n);
});

test('a duplicate changes nothing, but the position moves past it', () => {
  const { flush, state } = admitted([event('1', 1), event('1', 1), event('1', 2), event('1', 1), event('1', 2)]);
  expect(versions(flush)).toEqual(['1/1', '1/2']);
  expect(state.next).toBe(5n);
});

test('an event before its time waits, and is applied when the missing one comes, as known since then', () => {
  const { flush, ledger } = admitted([event('1', 3), event('1', 2), event('2', 1), event('1', 1)]);
  expect(flush.events.map(([aggregate, version, , offset, since]) => ({ aggregate, version, offset, since }))).toEqual([
    { aggregate: 2, version: 1, offset: 2n, since: 2n },
    { aggregate: 1, version: 1, offset: 3n, since: 3n },
    { aggregate: 1, version: 2, offset: 1n, since: 3n },
    { aggregate: 1, version: 3, offset: 0n, since: 3n },
  ]);
  expect(ledger.counts).toEqual({ events: 4, waiting: 0, parked: 0 });
});

test('a waiting event that comes again waits once', () => {
  const { flush, ledger } = admitted([event('1', 2), event('1', 2)]);
  expect(flush.waiting).toHaveLength(1);
  expect(ledger.counts.waiting).toBe(1);
});

test('what cannot be applied is parked with all that follows under its key, and other keys go on', () => {
  const { flush, ledger } = admitted([event('1', 1), broken('1', 2), event('1', 3), event('2', 1)]);
  expect(parked(flush)).toEqual(['1 unfit-data', '2 follows-parked']);
  expect(versions(flush)).toEqual(['1/1', '2/1']);
  expect(ledger.counts).toEqual({ events: 2, waiting: 0, parked: 2 });
});

test("the same subject on another agency's topic is another aggregate", () => {
  const { ledger, flush } = admitted([event('1', 1)]);
  const other = ledger.partition('NO-03.inn.projects', 0);
  const impostor = published(topic, statement('1', 2), { source: '/NO-03/inn/projects' });
  admit(ledger, read, other, { offset: 0n, ...impostor }, flush);
  expect(versions(flush)).toEqual(['1/1']);
  expect(flush.waiting).toHaveLength(1);
});

test('an aggregate that appears in a second partition is parked there: its order would be lost', () => {
  const { ledger, flush } = admitted([event('1', 1)]);
  admitted([event('1', 1), event('1', 2)], ledger, flush, 1);
  expect(parked(flush)).toEqual(['1 another-partition']);
  expect(versions(flush)).toEqual(['1/1']);
});

test('a message that was read before is not read again', () => {
  const { ledger, flush, state } = admitted([broken('1', 1), event('2', 1)]);
  admitted([broken('1', 1), event('2', 1)], ledger, flush);
  expect(parked(flush)).toEqual(['0 unfit-data']);
  expect(state.next).toBe(2n);
});

test('regions roll up by the divisions of the signing date', () => {
  const stated = (signedOn: '2016-06-01' | '2018-06-01') =>
    admitted([published(topic, { ...statement('1', 1), signedOn, participants: [{ region: 'CN-331021', amount: 1 }] })]);
  const county = ({ flush, ledger }: ReturnType<typeof stated>) => {
    const names = new Map(ledger.dictionaries.regions.takeAdded().map(({ id, name }) => [id, name]));
    return names.get(flush.sides[0]?.[6] ?? 0);
  };
  expect(county(stated('2016-06-01'))).toBe('CN-331021');
  expect(county(stated('2018-06-01'))).toBe('CN-331083');
});
