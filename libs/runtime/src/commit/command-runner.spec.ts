import { officer } from '@xietong/testing';
import { memoryStore } from '../store/memory-store.ts';
import { StoreUnavailable } from '../store/store.ts';
import { eventIdOf, hashOf } from './envelope.ts';
import { aHouse, anOfficer, done, type House, type Instance } from './testing/bench-house.ts';
import { Tallies } from './testing/tally.ts';

let house: House;
let one: Instance;
beforeEach(async () => {
  house = await aHouse();
  one = house.instance();
});

const begun = async (name = 'a'): Promise<string> => done(await one.give('begin', { name })).document.id;

describe('a create', () => {
  it('answers with the new document at version 1', async () => {
    expect(await one.give('begin', { name: 'a' })).toMatchObject({
      kind: 'done',
      replayed: false,
      document: { id: 'a', version: 1, agency: 'NO-03/rcn', state: { sum: 0 } },
    });
  });

  it('repeated with its key gives the first answer again, even after the document moved on', async () => {
    const first = done(await one.give('begin', { name: 'a' }, { idempotencyKey: 'k' }));
    await one.give('add', { amounts: [5] }, { id: 'a' });
    expect(await one.give('begin', { name: 'a' }, { idempotencyKey: 'k' })).toEqual({ ...first, replayed: true });
    expect(await house.tallies.count(['agency:NO-03/rcn'], {})).toBe(1);
  });

  it('repeated with its key gives the first answer again, also when by now it would be refused', async () => {
    // The clock of the house goes on by a millisecond at each look.
    const input = { name: 'a', before: '2026-01-01T00:00:00.002Z' };
    const first = done(await one.give('begin', input, { idempotencyKey: 'k' }));
    expect(await one.give('begin', input, { idempotencyKey: 'k' })).toEqual({ ...first, replayed: true });
    expect(await one.give('begin', { ...input, name: 'b' })).toMatchObject({ kind: 'refused', refusal: { refused: 'tally-closed' } });
  });

  it('refuses its key for another payload', async () => {
    await one.give('begin', { name: 'a' }, { idempotencyKey: 'k' });
    expect(await one.give('begin', { name: 'a' }, { idempotencyKey: 'k', payloadHash: 'another' })).toEqual({ kind: 'key-reused' });
  });

  it('with a natural id that is taken says which document has it, to those who may see it', async () => {
    await begun('a');
    expect(await one.give('begin', { name: 'a' })).toEqual({ kind: 'exists', id: 'a' });
  });
});

describe('a command', () => {
  it('is absent to whoever stands outside the audience, and denied to whoever stands inside without the right', async () => {
    await begun('a');
    expect(await one.give('add', { amounts: [1] }, { id: 'a', actor: officer('NO-03/inn') })).toEqual({ kind: 'absent' });
    expect(await one.give('add', { amounts: [1] }, { id: 'a', actor: { ...anOfficer, roles: ['analyst'] } })).toEqual({ kind: 'denied' });
    expect(await one.give('add', { amounts: [1] }, { id: 'none' })).toEqual({ kind: 'absent' });
  });

  it('changes nothing when it is refused', async () => {
    await begun('a');
    await one.give('expire', {}, { id: 'a', actor: { id: 'clock', kind: 'clock', roles: [] } });
    expect(await one.give('add', { amounts: [1] }, { id: 'a' })).toMatchObject({ kind: 'refused', refusal: { refused: 'tally-closed' } });
    expect((await house.tallies.load(['a']))[0]?.version).toBe(2);
  });

  it('on a version that has passed is stale and names the current one', async () => {
    await begun('a');
    await one.give('add', { amounts: [1] }, { id: 'a', ifMatch: 1 });
    expect(await one.give('add', { amounts: [1] }, { id: 'a', ifMatch: 1 })).toEqual({ kind: 'stale', version: 2 });
  });

  it('repeated with its key is done once and gives the answer of then', async () => {
    await begun('a');
    const first = done(await one.give('add', { amounts: [1, 2] }, { id: 'a', idempotencyKey: 'k' }));
    expect(first.document).toMatchObject({ version: 3, state: { sum: 3 } });
    await one.give('add', { amounts: [10] }, { id: 'a' });
    expect(done(await one.give('add', { amounts: [1, 2] }, { id: 'a', idempotencyKey: 'k' }))).toEqual({ ...first, replayed: true });
    expect((await house.tallies.load(['a']))[0]?.state).toMatchObject({ sum: 13 });
  });

  it('is in flight while the same key is being carried out', async () => {
    await begun('a');
    const both = await Promise.all([0, 1].map(() => one.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k' })));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'in-flight']);
  });

  it('is found in the journal when two hundred later receipts have pushed its own out', async () => {
    await begun('a');
    const first = done(await one.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k' }));
    for (let i = 0; i < 210; i += 1) {
      await one.give('add', { amounts: [1] }, { id: 'a' });
      if (i % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await one.drain();
    expect(await one.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k' })).toEqual({ ...first, replayed: true });
  });

  it('is not answered again before its first write is durable: a failover could still take it back', async () => {
    let isDurable = true;
    const store = memoryStore();
    const tallies = await store.collection(Tallies.collection, { keys: [], tags: [] });
    const replicating = await aHouse({ store: { ...store, collection: async () => ({ ...tallies, isDurable: async () => isDurable }) } });
    const instance = replicating.instance();
    const first = done(await instance.give('begin', { name: 'a' }, { idempotencyKey: 'k' }));
    isDurable = false;
    await expect(instance.give('begin', { name: 'a' }, { idempotencyKey: 'k' })).rejects.toThrow(StoreUnavailable);
    isDurable = true;
    expect(await instance.give('begin', { name: 'a' }, { idempotencyKey: 'k' })).toEqual({ ...first, replayed: true });
  });

  it('is answered again although its event comes into the journal while the answer is put together', async () => {
    const store = memoryStore();
    const { journal } = store;
    const tallies = await store.collection(Tallies.collection, { keys: [], tags: [] });
    const archive = async () => {
      const entries = (await tallies.outbox(['a'])).get('a') ?? [];
      await journal.append(entries.map((entry) => ({ ...entry, id: eventIdOf('tally/a', entry.version), subject: 'tally/a' })));
      await tallies.markSent([{ id: 'a', version: 3 }]);
    };
    const thenArchived = async <Found>(found: Promise<Found>): Promise<Found> => found.finally(archive);
    const blocked = await aHouse({
      store: {
        ...store,
        journal: { ...journal, read: (...asked) => thenArchived(journal.read(...asked)) },
        collection: async () => ({ ...tallies, outbox: (ids) => thenArchived(tallies.outbox(ids)) }),
      },
      send: () => new Promise(() => {}),
    });
    const instance = blocked.instance();
    await instance.give('begin', { name: 'a' });
    const first = done(await instance.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k' }));
    await instance.give('add', { amounts: [1] }, { id: 'a' });
    expect(await instance.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k' })).toEqual({ ...first, replayed: true });
  });

  it('whose event would be too long for the broker is refused, and those beside it are carried out', async () => {
    await begun('a');
    const given = [
      one.give('add', { amounts: [1] }, { id: 'a' }),
      one.give('add', { amounts: [2] }, { id: 'a', correlationId: 'x'.repeat(1_000_000) }),
      one.give('add', { amounts: [3] }, { id: 'a' }),
    ];
    expect((await Promise.all(given)).map(({ kind }) => kind)).toEqual(['done', 'too-large', 'done']);
    expect((await house.tallies.load(['a']))[0]).toMatchObject({ version: 3, state: { sum: 4 } });
  });

  it('that would leave a state outside its schema fails alone; those beside it are carried out', async () => {
    await begun('a');
    const amounts = [[1], [Number.MAX_SAFE_INTEGER], [2]];
    const results = await Promise.allSettled(amounts.map((some) => one.give('add', { amounts: some }, { id: 'a' })));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await house.tallies.load(['a']))[0]).toMatchObject({ version: 3, state: { sum: 3 } });
  });

  it('that hits a bug in its rule fails alone; those beside it are carried out', async () => {
    await begun('a');
    const results = await Promise.allSettled([[1], [13], [2]].map((amounts) => one.give('add', { amounts }, { id: 'a' })));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await house.tallies.load(['a']))[0]).toMatchObject({ version: 3, state: { sum: 3 } });
  });

  it('chains each event to the one before it by hash', async () => {
    await begun('a');
    await one.give('add', { amounts: [1, 2] }, { id: 'a' });
    await one.drain();
    const bodies = (await house.store.journal.read('tally/a', 0, 10)).map(({ body }) => body);
    const chain = bodies.map((body) => (JSON.parse(body) as { prevhash: string }).prevhash);
    expect(chain).toEqual(['', hashOf(bodies[0] as string), hashOf(bodies[1] as string)]);
    expect((await house.tallies.load(['a']))[0]?.head).toBe(hashOf(bodies[2] as string));
  });
});

describe('what an instance wrote last', () => {
  /** Two instances on one store; `reads` counts the documents that the first one's commands read. */
  async function twoInstances() {
    const store = memoryStore();
    const tallies = await store.collection(Tallies.collection, { keys: [], tags: [] });
    const world = { reads: 0 };
    const counting = { ...tallies, load: (...asked: Parameters<typeof tallies.load>) => ((world.reads += 1), tallies.load(...asked)) };
    const [mine, others] = await Promise.all(
      [counting, tallies].map((collection) => aHouse({ store: { ...store, collection: async () => collection } })),
    );
    return { world, store: tallies, mine: (mine as House).instance(), other: (others as House).instance() };
  }

  it('is what its next command is decided on, without a read', async () => {
    const { world, store, mine } = await twoInstances();
    await mine.give('begin', { name: 'a' });
    for (const ifMatch of [1, 2, 3]) expect(await mine.give('add', { amounts: [1] }, { id: 'a', ifMatch })).toMatchObject({ kind: 'done' });
    expect(world.reads).toBe(0);
    expect((await store.load(['a']))[0]).toMatchObject({ version: 4, state: { sum: 3 }, receiptCount: 3 });
  });

  it('is of no use once another instance has written: a decision on it is lost and made again', async () => {
    const { world, store, mine, other } = await twoInstances();
    await mine.give('begin', { name: 'a' });
    await other.give('add', { amounts: [5] }, { id: 'a' });
    expect(done(await mine.give('add', { amounts: [1] }, { id: 'a' })).document).toMatchObject({ version: 3, state: { sum: 6 } });
    expect(world.reads).toBe(1);
    await other.give('add', { amounts: [5] }, { id: 'a' });
    expect(await mine.give('add', { amounts: [1] }, { id: 'a', ifMatch: 3 })).toEqual({ kind: 'stale', version: 4 });
    expect((await store.load(['a']))[0]?.state).toMatchObject({ sum: 11 });
  });

  it('refuses nothing and fails nothing: that takes a read', async () => {
    const { mine, other } = await twoInstances();
    await mine.give('begin', { name: 'a' });
    await other.give('add', { amounts: [1] }, { id: 'a' });
    expect(await mine.give('add', { amounts: [Number.MAX_SAFE_INTEGER - 1] }, { id: 'a', ifMatch: 2 })).toMatchObject({ kind: 'done' });
    await other.give('add', { amounts: [-Number.MAX_SAFE_INTEGER] }, { id: 'a' });
    expect(done(await mine.give('add', { amounts: [7] }, { id: 'a' })).document.state).toMatchObject({ sum: 7 });
  });

  it('does not hide a key that was used before, by whichever instance', async () => {
    const { mine, other } = await twoInstances();
    await mine.give('begin', { name: 'a' });
    const first = done(await mine.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k' }));
    const second = done(await other.give('add', { amounts: [2] }, { id: 'a', idempotencyKey: 'l' }));
    await mine.give('add', { amounts: [4] }, { id: 'a' });
    expect(await mine.give('add', { amounts: [2] }, { id: 'a', idempotencyKey: 'l' })).toEqual({ ...second, replayed: true });
    await mine.give('add', { amounts: [8] }, { id: 'a' });
    expect(await mine.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k' })).toEqual({ ...first, replayed: true });
    expect(await mine.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k', payloadHash: 'other' })).toEqual({
      kind: 'key-reused',
    });
  });

  it('is forgotten when a write ends unknown: it may have been done', async () => {
    const store = memoryStore();
    const tallies = await store.collection(Tallies.collection, { keys: [], tags: [] });
    let breaks = false;
    const write: typeof tallies.write = async (writes) => {
      const verdicts = await tallies.write(writes);
      if (breaks) throw new StoreUnavailable(new Error('the connection broke behind the write'));
      return verdicts;
    };
    const instance = (await aHouse({ store: { ...store, collection: async () => ({ ...tallies, write }) } })).instance();
    await instance.give('begin', { name: 'a' });
    breaks = true;
    await expect(instance.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k' })).rejects.toThrow(StoreUnavailable);
    breaks = false;
    expect(await instance.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k' })).toMatchObject({ kind: 'done', replayed: true });
    expect((await tallies.load(['a']))[0]?.state).toMatchObject({ sum: 1 });
  });
});

describe('many commands at once', () => {
  it('on one aggregate are each carried out once, whichever instance takes them', async () => {
    await begun('a');
    const instances = [one, house.instance(), house.instance()];
    const outcomes = await Promise.all(
      Array.from({ length: 90 }, (_, i) => (instances[i % 3] as Instance).give('add', { amounts: [1] }, { id: 'a' })),
    );
    expect(outcomes.every(({ kind }) => kind === 'done')).toBe(true);
    expect((await house.tallies.load(['a']))[0]).toMatchObject({ version: 91, state: { sum: 90 } });
    expect(new Set(outcomes.map((outcome) => done(outcome).document.version)).size).toBe(90);
  });

  it('with one strict version let exactly one through', async () => {
    await begun('a');
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => one.give('add', { amounts: [1] }, { id: 'a', ifMatch: 1 })));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', ...Array.from({ length: 19 }, () => 'stale')]);
  });
});

describe('an outbox that does not empty', () => {
  it('keeps every key whose event still waits, so that a repeat is never carried out again', async () => {
    const blocked = await aHouse({ send: () => new Promise(() => {}) });
    const instance = blocked.instance();
    await instance.give('begin', { name: 'a' });
    const first = await instance.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k' });
    for (let i = 0; i < 250; i += 1) await instance.give('add', { amounts: [1] }, { id: 'a' });
    expect(await instance.give('add', { amounts: [1] }, { id: 'a', idempotencyKey: 'k' })).toEqual({ ...first, replayed: true });
  });

  it('makes its aggregate answer "overloaded" at 200 waiting events, and nothing else', async () => {
    const blocked = await aHouse({ send: () => new Promise(() => {}) });
    const instance = blocked.instance();
    await instance.give('begin', { name: 'a' });
    const kinds = [];
    for (let i = 0; i < 201; i += 1) kinds.push((await instance.give('add', { amounts: [1] }, { id: 'a' })).kind);
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(199);
    expect(kinds.at(-1)).toBe('overloaded');
    expect((await instance.give('begin', { name: 'b' })).kind).toBe('done');
  });
});
