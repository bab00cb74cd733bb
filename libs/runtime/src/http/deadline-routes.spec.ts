import type { Instant } from '@xietong/domain';
import type { AgencyRef, Service } from '@xietong/kernel';
import fc from 'fast-check';
import { memoryStore } from '../store/memory-store.ts';
import { keyNamesOf, keysOf } from '../store/store-keys.ts';
import type { Collection, Write } from '../store/store.ts';
import { checkHttpDeclaration } from './declaration-check.ts';
import { openApiOf } from './openapi.ts';
import { routesOf } from './routes.ts';
import { ToyHost } from './testing/toy-host.ts';
import { Berths, harbour } from './testing/toy-service.ts';

// In this harbour a berth's list of boats says until when each of its dues is to be paid.
interface Dues {
  readonly registrar: AgencyRef;
  readonly number: string;
  readonly boats: readonly Instant[];
}
const deadlines = {
  names: ['dues.payBy'],
  title: ({ number }: Dues) => number,
  of: ({ boats }: Dues) => boats.map((at) => ({ name: 'dues.payBy', at })),
};
const Berth = { ...Berths, deadlines };
const Ferry = { ...Berths, deadlines, name: 'ferry', collection: 'ferries' };
const Lighthouse = { ...Berths, name: 'lighthouse', collection: 'lighthouses' };
const withDues: Service = { ...harbour, aggregates: [Berth, Ferry, Lighthouse] };

interface Kept {
  readonly collection: string;
  readonly id: string;
  readonly agency: AgencyRef;
  readonly dues: readonly Instant[];
}

const writeOf = ({ collection, id, agency, dues }: Kept): Write => {
  const state = { registrar: agency, number: `${collection} ${id}`, status: 'free', metres: 1, boats: dues, isOpenToAll: false };
  const now = '2026-01-05T08:00:00.000Z';
  const aggregate = collection === 'lighthouses' ? Lighthouse : Berth;
  const audience = [`agency:${agency}`] as const;
  const receipts = [{ key: id, payload: '', version: 1 }];
  const common = { expected: 0, version: 1, head: '', tags: {}, events: [], receipts, now } as const;
  return { id, agency, state, audience, keys: keysOf(aggregate, state), ...common };
};

let host: ToyHost | undefined;
afterEach(async () => {
  await host?.stop();
  host = undefined;
});

async function collectionsOf({ aggregates }: Service, kept: readonly Kept[]): Promise<Map<string, Collection>> {
  const store = memoryStore();
  const collections = new Map<string, Collection>();
  for (const aggregate of aggregates) {
    const collection = await store.collection(aggregate.collection, { keys: keyNamesOf(aggregate), tags: [] });
    await collection.write(kept.filter((each) => each.collection === aggregate.collection).map(writeOf));
    collections.set(aggregate.collection, collection);
  }
  return collections;
}

async function open(kept: readonly Kept[], service = withDues): Promise<void> {
  host = await ToyHost.start({ service, collections: await collectionsOf(service, kept) });
}

const day = (number: number): Instant => new Date(Date.UTC(2026, 0, number)).toISOString() as Instant;
const own: AgencyRef = 'NO-03/rcn';
const kept: readonly Kept[] = [
  { collection: 'berths', id: 'B-1', agency: own, dues: [day(20), day(9)] },
  { collection: 'ferries', id: 'F-1', agency: own, dues: [day(12)] },
  { collection: 'berths', id: 'B-2', agency: own, dues: [] },
  { collection: 'ferries', id: 'F-2', agency: 'NO-03/inn', dues: [day(1)] },
  { collection: 'lighthouses', id: 'L-1', agency: own, dues: [day(2)] },
  { collection: 'ferries', id: 'F-3', agency: own, dues: [day(5)] },
];
const ask = (query: string) => (host as ToyHost).as('officer').get(`/v1/deadlines${query}`);
const idsOf = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);

describe('the deadlines of a service', () => {
  test('order the list of a collection too, by the earliest of each document', async () => {
    await open(kept);
    const list = await (host as ToyHost).as('officer').get('/v1/ferries?sort=deadline').expect(200);
    expect(idsOf(list.body)).toEqual(['F-3', 'F-1']);
    expect((await (host as ToyHost).as('officer').get('/v1/lighthouses?sort=deadline')).status).toBe(400);
  });

  test('are told of all aggregates that have any, the soonest first, to whoever reads the document', async () => {
    await open(kept);
    const { status, body } = await ask('');
    expect([status, body.next]).toEqual([200, undefined]);
    expect(body.items).toEqual([
      { collection: 'ferries', id: 'F-3', title: 'ferries F-3', agency: own, deadlines: [{ name: 'dues.payBy', at: day(5) }] },
      {
        collection: 'berths',
        id: 'B-1',
        title: 'berths B-1',
        agency: own,
        deadlines: [
          { name: 'dues.payBy', at: day(9) },
          { name: 'dues.payBy', at: day(20) },
        ],
      },
      { collection: 'ferries', id: 'F-1', title: 'ferries F-1', agency: own, deadlines: [{ name: 'dues.payBy', at: day(12) }] },
    ]);
  });

  test('are narrowed to those of which something is owed before a moment', async () => {
    await open(kept);
    expect(idsOf((await ask(`?before=${day(9)}`)).body)).toEqual(['F-3']);
    expect(idsOf((await ask(`?before=${day(12)}`)).body)).toEqual(['F-3', 'B-1']);
    expect((await ask(`?before=${day(12)}&limit=1`)).body.next).toBeDefined();
    expect((await ask(`?before=${day(9)}&limit=1`)).body.next).toBeUndefined();
  });

  test('come in pages that miss none and repeat none, whatever falls due together', async () => {
    const document = fc.record({
      collection: fc.constantFrom('berths', 'berths', 'ferries', 'lighthouses'),
      agency: fc.constantFrom<AgencyRef>(own, own, own, 'NO-03/inn'),
      dues: fc.array(fc.integer({ min: 1, max: 6 }).map(day), { maxLength: 3 }),
    });
    const collections = await collectionsOf(withDues, []);
    host = await ToyHost.start({ service: withDues, collections });
    await fc.assert(
      fc.asyncProperty(fc.array(document, { maxLength: 24, size: 'max' }), fc.integer({ min: 2, max: 5 }), async (documents, limit) => {
        const all = documents.map((each, i) => ({ ...each, id: `D-${i}` }));
        for (const [name, collection] of await collectionsOf(withDues, all)) collections.set(name, collection);
        const told: string[] = [];
        const earliest: Instant[] = [];
        let after = '';
        do {
          const { body } = await ask(`?limit=${limit}${after}`);
          expect(body.items.length).toBeLessThanOrEqual(limit);
          told.push(...idsOf(body));
          earliest.push(...body.items.map((item: { deadlines: { at: Instant }[] }) => item.deadlines[0]?.at));
          after = body.next === undefined ? '' : `&after=${body.next}`;
        } while (after !== '');
        const seen = all.filter(({ collection, agency, dues }) => collection !== 'lighthouses' && agency === own && dues.length > 0);
        expect(told.toSorted()).toEqual(seen.map(({ id }) => id).toSorted());
        expect(earliest).toEqual(earliest.toSorted());
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    '?before=tomorrow',
    '?before=2026-01-05',
    '?from=2026-01-05T08:00:00.000Z',
    '?limit=0',
    '?limit=201',
    '?sort=at',
    '?after=x',
    '?purpose=x',
  ])('are refused for %s', async (query) => {
    await open(kept);
    const { status, body } = await ask(query);
    expect([status, body.code]).toEqual([400, query === '?after=x' ? 'cursor-invalid' : 'parameters-invalid']);
  });

  test('go on only in the question that their cursor is of', async () => {
    await open(kept);
    const { body } = await ask('?limit=1');
    expect(idsOf((await ask(`?limit=2&after=${body.next}`)).body)).toEqual(['B-1', 'F-1']);
    expect((await ask(`?before=${day(30)}&after=${body.next}`)).status).toBe(400);
  });

  test('of persons are told for a purpose, and the journal has each that was shown', async () => {
    await open(kept, { ...withDues, aggregates: [{ ...Berth, personal: true }, Ferry, Lighthouse] });
    expect((await ask('')).body.code).toBe('purpose-missing');
    expect(idsOf((await ask('?limit=2&purpose=term')).body)).toEqual(['F-3', 'B-1']);
    expect(host?.readRecords).toMatchObject([
      { operation: 'listDeadlines', purpose: 'term', status: 200, shown: [{ subject: 'berth/B-1', version: 1 }] },
    ]);
  });
});

test('the description says of each collection which deadlines its documents have', () => {
  const paths = openApiOf(withDues).paths as Record<string, { get: { parameters: { name: string }[] } }>;
  expect(paths['/v1/deadlines']?.get.parameters.map(({ name }) => name)).toEqual(['before', 'limit', 'after']);
  expect(JSON.stringify(paths['/v1/deadlines'])).toContain('"enum":["dues.payBy"]');
});

test('a service without deadlines has no route for them', () => {
  expect(routesOf(harbour).filter(({ path }) => path === '/v1/deadlines')).toEqual([]);
});

test('a key of the name by which the earliest deadline is kept is refused', () => {
  const aggregates = [{ ...Berth, keys: { deadline: () => 'x' } }];
  const check = () => checkHttpDeclaration({ ...harbour, aggregates }, new Set(['berths']), new Set(['occupancy', 'tides']), true);
  expect(check).toThrow("'deadline' of 'berth' is what its deadlines are kept by");
});
