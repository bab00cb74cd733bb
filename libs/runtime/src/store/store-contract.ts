import type { Instant } from '@xietong/domain';
import type { Collection, HeadsRequest, Store, Write } from './store.ts';

const at = (second: number): Instant => `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`;

let serial = 0;
const event = (id: string, version: number) => ({
  version,
  topic: 'NO-03.rcn.boxes',
  body: JSON.stringify({ id: `box/${id}/${version}` }),
});

function writeOf(id: string, expected: number, part: Partial<Write> = {}): Write {
  serial += 1;
  const version = part.version ?? expected + 1;
  return {
    id,
    expected,
    version,
    agency: 'NO-03/rcn',
    state: { text: `at ${version}` },
    audience: ['agency:NO-03/rcn'],
    keys: {},
    tags: {},
    head: `head-${version}`,
    events: [event(id, version)],
    receipts: [{ key: `key-${serial}`, payload: 'payload', version }],
    now: at(version),
    ...part,
  };
}

/** What every store must do, whatever engine is behind it. `makeStore` gives an empty one each time. */
export function storeContract(name: string, makeStore: () => Promise<Store>): void {
  describe(`${name} keeps the store's contract`, () => {
    let store: Store;
    let boxes: Collection;
    beforeEach(async () => {
      store = await makeStore();
      boxes = await store.collection('boxes', { keys: ['status', 'size'], tags: ['colours'] });
    });
    afterEach(() => store.close());

    const rcn = ['agency:NO-03/rcn'] as const;

    it('gives back what was written, with its version and times', async () => {
      await boxes.write([writeOf('a', 0)]);
      await boxes.write([writeOf('a', 1, { state: { text: 'changed' } })]);
      expect(await boxes.find(rcn, 'a')).toEqual({
        id: 'a',
        version: 2,
        agency: 'NO-03/rcn',
        state: { text: 'changed' },
        createdAt: at(1),
        updatedAt: at(2),
      });
    });

    it('gives each write of a group its own verdict and lets the lost ones change nothing', async () => {
      await boxes.write([writeOf('a', 0), writeOf('b', 0)]);
      const verdicts = await boxes.write([
        writeOf('a', 0, { state: { text: 'again' } }),
        writeOf('b', 7, { state: { text: 'stale' } }),
        writeOf('c', 0),
        writeOf('d', 3),
      ]);
      expect(verdicts).toEqual(['lost', 'lost', 'written', 'lost']);
      expect((await boxes.find(rcn, 'a'))?.state).toEqual({ text: 'at 1' });
      expect((await boxes.find(rcn, 'b'))?.state).toEqual({ text: 'at 1' });
      expect(await boxes.find(rcn, 'd')).toBeUndefined();
    });

    it('writes nothing where a key that must be unseen has a receipt', async () => {
      await boxes.write([writeOf('a', 0), writeOf('b', 0)]);
      const second = writeOf('a', 1);
      await boxes.write([second]);
      const unseenKeys = [second.receipts[0]?.key ?? '', 'another'];
      const verdicts = await boxes.write([
        { ...writeOf('a', 2), unseenKeys },
        { ...writeOf('b', 1), unseenKeys },
      ]);
      expect(verdicts).toEqual(['lost', 'written']);
      expect((await boxes.load(['a', 'b'])).map((stored) => stored?.version)).toEqual([2, 2]);
    });

    it('lets exactly one of many contenders win each version', async () => {
      await boxes.write([writeOf('a', 0)]);
      for (let version = 1; version <= 5; version += 1) {
        const verdicts = await Promise.all(Array.from({ length: 20 }, () => boxes.write([writeOf('a', version)])));
        expect(verdicts.flat().filter((verdict) => verdict === 'written')).toHaveLength(1);
      }
    });

    it('shows a document to its audience only, in reads, lists and counts', async () => {
      await boxes.write([writeOf('a', 0), writeOf('b', 0, { audience: ['agency:NO-03/inn', 'org:CN-USCI:X'] })]);
      const page = { filter: {}, sort: { key: 'createdAt', descending: false }, limit: 10 };
      expect(await boxes.find(rcn, 'b')).toBeUndefined();
      expect((await boxes.list(rcn, page)).documents.map(({ id }) => id)).toEqual(['a']);
      expect(await boxes.count(rcn, {})).toBe(1);
      expect((await boxes.list(['org:CN-USCI:X'], page)).documents.map(({ id }) => id)).toEqual(['b']);
    });

    it('refuses a read without an audience', async () => {
      await expect(boxes.find([], 'a')).rejects.toThrow('without an audience');
      await expect(boxes.count([], {})).rejects.toThrow('without an audience');
      await expect(boxes.list([], { filter: {}, sort: { key: 'createdAt', descending: false }, limit: 1 })).rejects.toThrow(
        'without an audience',
      );
    });

    it('finds by keys, any of several values, and by any member of a tag', async () => {
      await boxes.write([
        writeOf('a', 0, { keys: { status: 'open' }, tags: { colours: ['red', 'blue'] } }),
        writeOf('b', 0, { keys: { status: 'closed' }, tags: { colours: ['red'] } }),
        writeOf('c', 0, { keys: { status: 'lost' } }),
      ]);
      expect(await boxes.count(rcn, { status: ['open', 'closed'] })).toBe(2);
      expect(await boxes.count(rcn, { colours: 'blue' })).toBe(1);
      expect(await boxes.count(rcn, { status: 'open', colours: 'red' })).toBe(1);
    });

    it('selects for a rule by any member of a tag, whoever may read it', async () => {
      await boxes.write([
        writeOf('b', 0, { tags: { colours: ['red', 'blue'] }, audience: ['org:CN-USCI:X'] }),
        writeOf('a', 0, { tags: { colours: ['green'] } }),
        writeOf('c', 0, { tags: { colours: ['blue'] } }),
      ]);
      const idsOf = async (...colours: string[]) => (await boxes.select('colours', colours)).map(({ id }) => id);
      expect(await boxes.select('colours', ['green'])).toEqual([{ id: 'a', state: { text: 'at 1' } }]);
      expect([await idsOf('blue'), await idsOf('blue', 'green'), await idsOf('black'), await idsOf()]).toEqual([
        ['b', 'c'],
        ['a', 'b', 'c'],
        [],
        [],
      ]);
      await boxes.write([writeOf('d', 0, { tags: { colours: ['white'] }, state: { text: 'x', size: 3, inner: { deep: 1 } } })]);
      expect(await boxes.select('colours', ['white'], ['size', 'inner', 'absent'])).toEqual([
        { id: 'd', state: { size: 3, inner: { deep: 1 } } },
      ]);
      await expect(boxes.select('status', ['open'])).rejects.toThrow("'status' is no tag of 'boxes'");
    });

    it.each([false, true])('pages through every document once, missing values included (descending: %s)', async (descending) => {
      const sizes = [3, undefined, 1, 3, 2, undefined, 1];
      await boxes.write(sizes.map((size, i) => writeOf(`box-${i}`, 0, { keys: size === undefined ? {} : { size } })));
      const seen: string[] = [];
      let after: { value: string | number | null; id: string } | undefined;
      do {
        const page = await boxes.list(rcn, { filter: {}, sort: { key: 'size', descending }, limit: 2, ...(after ? { after } : {}) });
        seen.push(...page.documents.map(({ id }) => id));
        after = page.next;
      } while (after);
      const ascending = ['box-1', 'box-5', 'box-2', 'box-6', 'box-4', 'box-0', 'box-3'];
      expect(seen).toEqual(descending ? [...ascending].reverse() : ascending);
    });

    it('says what each document of a list is sorted by, and after the empty text begins with the first that has a text', async () => {
      const statuses = ['b', undefined, 'a', 'b'];
      await boxes.write(statuses.map((status, i) => writeOf(`box-${i}`, 0, { keys: status === undefined ? {} : { status } })));
      const request = { filter: {}, sort: { key: 'status', descending: false }, limit: 9 };
      const valuesOf = async (after: object) => (await boxes.list(rcn, { ...request, ...after })).values;
      expect(await valuesOf({})).toEqual([null, 'a', 'b', 'b']);
      expect(await valuesOf({ after: { value: '', id: '' } })).toEqual(['a', 'b', 'b']);
      expect(await valuesOf({ after: { value: 'b', id: '' } })).toEqual(['b', 'b']);
      expect(await valuesOf({ after: { value: 'b', id: 'box-0' } })).toEqual(['b']);
    });

    it('loads in the order asked for, with receipts and what waits, without bodies', async () => {
      await boxes.write([writeOf('a', 0)]);
      const second = writeOf('a', 1);
      const keyOfSecond = second.receipts[0]?.key ?? '';
      await boxes.write([second]);
      const [none, a] = await boxes.load(['x', 'a'], [keyOfSecond]);
      expect(none).toBeUndefined();
      expect(a).toMatchObject({
        id: 'a',
        version: 2,
        head: 'head-2',
        created: { version: 1 },
        receipts: [{ key: keyOfSecond, version: 2 }],
        receiptCount: 1,
        pending: { count: 2, version: 2 },
      });
      expect(JSON.stringify(a)).not.toContain('box/a/1');
    });

    it('says which versions are durable: those that were written, and those before them', async () => {
      await boxes.write([writeOf('a', 0)]);
      await boxes.write([writeOf('a', 1)]);
      expect(await Promise.all([1, 2, 3].map((version) => boxes.isDurable('a', version)))).toEqual([true, true, false]);
      expect(await boxes.isDurable('b', 1)).toBe(false);
    });

    it('keeps events in the outbox, in order, until they are marked sent', async () => {
      await boxes.write([writeOf('a', 0)]);
      await boxes.write([writeOf('a', 1)]);
      await boxes.write([writeOf('a', 2)]);
      expect((await boxes.outbox(['a'])).get('a')?.map(({ version }) => version)).toEqual([1, 2, 3]);
      await boxes.markSent([{ id: 'a', version: 2 }]);
      expect((await boxes.load(['a']))[0]?.pending).toEqual({ count: 1, version: 3 });
      expect(await boxes.pendingCount()).toBe(1);
      await boxes.markSent([{ id: 'a', version: 3 }]);
      expect((await boxes.load(['a']))[0]?.pending).toEqual({ count: 0, version: 0 });
      expect(await boxes.pendingCount()).toBe(0);
    });

    it("tells the heads of an agency's chains in the order of their bytes, page by page, and since when they have changed", async () => {
      const ids = ['a', 'b', '\u{10000}', '\uffff'];
      await boxes.write(ids.map((id, i) => writeOf(id, 0, { now: at(10 + i) })));
      await boxes.write([writeOf('c', 0, { agency: 'NO-03/inn' }), writeOf('a', 1, { now: at(30) })]);
      const idsOf = async (request: Partial<HeadsRequest>) =>
        (await boxes.heads({ agency: 'NO-03/rcn', after: '', limit: 10, ...request })).map(({ id }) => id);
      expect(await boxes.heads({ agency: 'NO-03/rcn', after: '', limit: 2 })).toEqual([
        { id: 'a', version: 2, head: 'head-2' },
        { id: 'b', version: 1, head: 'head-1' },
      ]);
      expect(await idsOf({ after: 'b' })).toEqual(['\uffff', '\u{10000}']);
      expect(await idsOf({ since: at(13) })).toEqual(['a', '\uffff']);
      expect(await idsOf({ begunBefore: at(11) })).toEqual(['a']);
    });

    it('finds in every collection what has waited in the outbox too long, or is dated too late', async () => {
      await boxes.write(['a', 'b', 'c'].map((id, i) => writeOf(id, 0, { now: at(10 + i * 10) })));
      const crates = await store.collection('crates', { keys: [], tags: [] });
      await crates.write([writeOf('d', 0, { now: at(10) })]);
      expect((await store.pendingOutside(at(15), at(25), 10)).map(({ collection, id }) => `${collection}/${id}`).sort()).toEqual([
        'boxes/a',
        'boxes/c',
        'crates/d',
      ]);
      expect(await boxes.pendingSince()).toBe(at(10));
      await boxes.markSent(['a', 'b', 'c'].map((id) => ({ id, version: 1 })));
      expect(await boxes.pendingSince()).toBeUndefined();
    });

    it('finds in every collection a deadline that has come, until a write takes it away', async () => {
      await boxes.write([writeOf('a', 0, { due: { at: at(30), command: 'close' } }), writeOf('b', 0)]);
      const crates = await store.collection('crates', { keys: [], tags: [] });
      await crates.write([writeOf('c', 0, { due: { at: at(31), command: 'open' } })]);
      expect(await store.due(at(29), 10)).toEqual([]);
      expect(await store.due(at(30), 10)).toEqual([{ collection: 'boxes', id: 'a', command: 'close', at: at(30) }]);
      expect(await store.due(at(31), 10)).toHaveLength(2);
      await boxes.write([writeOf('a', 1)]);
      expect(await store.due(at(59), 10)).toEqual([{ collection: 'crates', id: 'c', command: 'open', at: at(31) }]);
    });

    it('finds of each collection the oldest deadlines: many in one do not hide those of another', async () => {
      const crates = await store.collection('crates', { keys: [], tags: [] });
      const dueAt = (id: string, second: number) => writeOf(id, 0, { due: { at: at(second), command: 'close' } });
      await boxes.write([dueAt('a', 12), dueAt('b', 10), dueAt('c', 11)]);
      await crates.write([dueAt('d', 30)]);
      const found = await store.due(at(59), 2);
      expect(found.filter(({ collection }) => collection === 'boxes').map(({ id }) => id)).toEqual(['b', 'c']);
      expect(found.filter(({ collection }) => collection === 'crates').map(({ id }) => id)).toEqual(['d']);
    });

    it('keeps the newest two hundred receipts', async () => {
      await boxes.write([writeOf('a', 0)]);
      const receipts = Array.from({ length: 250 }, (_, i) => ({ key: `many-${i}`, payload: 'p', version: 2 }));
      await boxes.write([writeOf('a', 1, { receipts })]);
      const [a] = await boxes.load(['a'], ['many-49', 'many-249', 'of no command', 'many-50']);
      expect(a?.receiptCount).toBe(200);
      expect(a?.receipts.map(({ key }) => key)).toEqual(['many-50', 'many-249']);
    });

    it('appends each event to the journal once and finds a forgotten receipt there', async () => {
      const entry = (version: number) => ({ id: `box/a/${version}`, subject: 'box/a', version, body: `body ${version}` });
      await store.journal.append([entry(1), { ...entry(2), receipt: { key: 'k2', payload: 'p', version: 2 } }]);
      await store.journal.append([{ ...entry(2), body: 'another body' }, entry(3)]);
      expect((await store.journal.read('box/a', 1, 10)).map(({ body }) => body)).toEqual(['body 2', 'body 3']);
      expect(await store.journal.findReceipt('box/a', 'k2')).toEqual({ key: 'k2', payload: 'p', version: 2 });
      expect(await store.journal.findReceipt('box/b', 'k2')).toBeUndefined();
    });

    it('lets no older event overwrite a projection', async () => {
      const source = '/NO-03/rcn/talent';
      await store.projections.put('experts', 'e', { version: 2, source, record: { name: 'two' } });
      await store.projections.put('experts', 'e', { version: 1, source, record: { name: 'one' } });
      expect(await store.projections.find('experts', 'e')).toEqual({ version: 2, source, record: { name: 'two' } });
      await store.projections.put('experts', 'e', { version: 3, source, record: { name: 'three' } });
      expect((await store.projections.find('experts', 'e'))?.record).toEqual({ name: 'three' });
    });

    it('finds the records of a projection by a list in them, and those of no other, in the order of their ids', async () => {
      await store.projections.foundBy(['fields']);
      const put = (name: string, id: string, record: object | undefined) =>
        store.projections.put(name, id, { version: 1, source: '/NO-03/rcn/talent', record });
      await put('experts', 'b', { fields: ['bio', 'steel'], name: 'two' });
      await put('experts', 'a', { fields: ['steel'], name: 'one' });
      await put('experts', 'c', { fields: ['bio'], held: { since: 2020, until: 2030 } });
      await put('experts', 'd', { name: 'of no field' });
      await put('experts', 'e', undefined);
      await put('experts-of-old', 'a', { fields: ['steel'] });
      await put('expert', 'a', { fields: ['steel'] });
      expect(await store.projections.select('experts', 'fields', ['steel'], ['name'])).toEqual([
        { id: 'a', state: { name: 'one' } },
        { id: 'b', state: { name: 'two' } },
      ]);
      expect((await store.projections.select('experts', 'fields', ['steel', 'bio'])).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
      expect(await store.projections.select('experts', 'fields', ['bio'], ['held.until', 'name'])).toEqual([
        { id: 'b', state: { name: 'two' } },
        { id: 'c', state: { held: { until: 2030 } } },
      ]);
      expect(await store.projections.select('experts', 'fields', [])).toEqual([]);
    });
  });
}
