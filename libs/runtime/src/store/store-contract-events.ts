import { at, writeOf, type Stage } from './store-contract-fixture.ts';
import type { Collection, HeadsRequest, Store } from './store.ts';

/** What goes out and what comes due: the outbox, the chains, the journal, the deadlines. */
export function eventContract(stage: () => Stage): void {
  let store: Store;
  let boxes: Collection;
  beforeEach(() => {
    ({ store, boxes } = stage());
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

  it('appends each event to the journal once and finds a forgotten receipt there', async () => {
    const entry = (version: number) => ({ id: `box/a/${version}`, subject: 'box/a', version, body: `body ${version}` });
    await store.journal.append([entry(1), { ...entry(2), receipt: { key: 'k2', payload: 'p', version: 2 } }]);
    await store.journal.append([{ ...entry(2), body: 'another body' }, entry(3)]);
    expect((await store.journal.read('box/a', 1, 10)).map(({ body }) => body)).toEqual(['body 2', 'body 3']);
    expect(await store.journal.findReceipt('box/a', 'k2')).toEqual({ key: 'k2', payload: 'p', version: 2 });
    expect(await store.journal.findReceipt('box/b', 'k2')).toBeUndefined();
  });
}
