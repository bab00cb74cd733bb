import { Readable } from 'node:stream';
import type { Instant } from '@xietong/domain';
import type { Actor, AgencyRef, AudienceToken } from '@xietong/kernel';
import { exampleAttachment } from '@xietong/testing';
import { commandRunner } from '../commit/command-runner.ts';
import { lookupOf } from '../commit/lookup.ts';
import { Berths } from '../http/testing/toy-service.ts';
import { memoryStore } from '../store/memory-store.ts';
import type { Collection, Store } from '../store/store.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { attachmentSweep } from './attachment-sweep.ts';

const agency: AgencyRef = 'NO-03/rcn';
const officer: Actor = { id: 'someone', kind: 'person', roles: ['officer'], agency };
const stranger: Actor = { ...officer, id: 'someone else', agency: 'NO-03/inn', org: 'NO-ORGNR:919303808' };
const day = (n: number, hour = 8) => new Date(Date.UTC(2026, 0, n, hour)).toISOString() as Instant;
const idOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

let store: Store;
let collection: Collection;
let attachments: AttachmentStore;
let now = day(1);
/** What happens at the last moment before a document is written. */
let beforeWrite: () => Promise<unknown>;
let keys = 0;

beforeEach(async () => {
  store = memoryStore();
  [attachments, collection] = [
    await store.attachments(),
    await store.collection('berths', { keys: ['status', 'metres'], tags: ['boats'] }),
  ];
  [now, beforeWrite] = [day(1), async () => undefined];
  await run('open', { number: 'A-1', size: { unit: 'metre', length: 12 } });
});

const sendUp = async (n: number, party: AudienceToken = `agency:${agency}`) => {
  const id = idOf(n);
  await attachments.takeIn(id, Readable.from([Buffer.from('%PDF')]), day(2));
  await attachments.keep({ ...exampleAttachment(id), party }, id);
  return id;
};
const written = (): Collection => ({
  ...collection,
  write: async (writes) => {
    await beforeWrite();
    return collection.write(writes);
  },
});
function run(command: string, input: object, actor = officer) {
  const collections = new Map([['berths', written()]]);
  const runner = commandRunner({
    context: 'harbour',
    store,
    collections,
    relay: { handOver: () => undefined },
    look: lookupOf(store, collections, []),
    attachments,
    agencies: new Set([agency]),
    now: () => now,
    newId: () => `id-${(keys += 1)}`,
  });
  const id = command === 'open' ? {} : { id: 'NO-03.rcn.A-1' };
  return runner.run({ aggregate: Berths, command, ...id, input, actor, idempotencyKey: `k${(keys += 1)}`, payloadHash: '', ifMatch: '*' });
}
const letWith = (...papers: string[]) => run('letBerth', { boat: 'Fram', until: '2026-06-30', papers });
const sweep = (at: typeof now) =>
  attachmentSweep({ attachments, aggregates: [Berths], collections: new Map([['berths', collection]]), journal: store.journal }).strike(at);
const isThere = async (id: string) => (await attachments.find([id])).length === 1;

describe('a command that names a file', () => {
  test('hands its rule what is known of it, so that event and state carry that and no bytes', async () => {
    const id = await sendUp(1);
    const outcome = await letWith(id);
    expect(outcome).toMatchObject({ kind: 'done', document: { state: { papers: [exampleAttachment(id)] } } });
    const [, let_] = (await collection.outbox(['NO-03.rcn.A-1'])).get('NO-03.rcn.A-1') ?? [];
    expect(JSON.parse(let_?.body ?? '').data.papers).toEqual([exampleAttachment(id)]);
    expect(let_?.body).not.toContain('"party"');
  });

  test.each([
    ['that nobody sent up', async () => idOf(9)],
    ['of another agency', () => sendUp(2, 'agency:NO-03/inn')],
    ['of an organisation for which the actor does not act', () => sendUp(3, 'org:NO-ORGNR:919303808')],
    ['of another person alone', () => sendUp(4, 'person:p9')],
  ])('%s is refused at its field, and changes nothing', async (_, make) => {
    const own = await sendUp(1);
    expect(await letWith(own, await make())).toEqual({ kind: 'attachment-unknown', field: 'papers.1' });
    expect((await collection.load(['NO-03.rcn.A-1']))[0]?.version).toBe(1);
  });

  test('is not told to whoever may not give it whether there is such a file', async () => {
    expect(await run('letBerth', { boat: 'Fram', until: '2026-06-30', papers: [idOf(9)] }, stranger)).toEqual({ kind: 'absent' });
  });
});

describe('the sweep', () => {
  test('removes after a day what nobody has named, and not a moment earlier', async () => {
    const id = await sendUp(1);
    expect([await sweep(day(2, 7)), await isThere(id)]).toEqual([{ named: 0, removed: 0, held: 0 }, true]);
    expect([await sweep(day(2)), await isThere(id)]).toEqual([{ named: 0, removed: 1, held: 0 }, false]);
  });

  test('leaves for good what an event names, whether that waits to be sent or is archived', async () => {
    const [waiting, archived] = [await sendUp(1), await sendUp(2)];
    await letWith(waiting, archived);
    const entries = (await collection.outbox(['NO-03.rcn.A-1'])).get('NO-03.rcn.A-1') ?? [];
    expect(await sweep(day(3))).toEqual({ named: 2, removed: 0, held: 0 });

    const third = await sendUp(3);
    await attachments.hold([third], 'berth/B-7', day(2));
    await store.journal.append([
      { id: 'berth/B-7/1', subject: 'berth/B-7', version: 1, body: entries[1]?.body.replaceAll(waiting, third) ?? '' },
    ]);
    expect(await sweep(day(3))).toEqual({ named: 1, removed: 0, held: 0 });
    expect(await sweep(day(28))).toEqual({ named: 0, removed: 0, held: 0 });
    expect(await Promise.all([waiting, archived, third].map(isThere))).toEqual([true, true, true]);
  });

  test('leaves what an event names that lies far back, and what the document names no more', async () => {
    const id = await sendUp(1);
    await attachments.hold([id], 'berth/B-7', day(2));
    const entry = (version: number) => ({
      id: `berth/B-7/${version}`,
      subject: 'berth/B-7',
      version,
      body: version === 1 ? `{"id":"${id}"}` : '{}',
    });
    await store.journal.append(Array.from({ length: 450 }, (_, i) => entry(450 - i)));
    expect(await sweep(day(3))).toEqual({ named: 1, removed: 0, held: 0 });
    const late = await sendUp(2);
    await attachments.hold([late], 'berth/B-7', day(2));
    await store.journal.append([{ ...entry(451), body: `{"id":"${late}"}` }]);
    expect(await sweep(day(3))).toEqual({ named: 1, removed: 0, held: 0 });
  });

  test('removes what was held for a command that did not come to be', async () => {
    const id = await sendUp(1);
    beforeWrite = () => Promise.reject(new Error('the process was killed'));
    await expect(letWith(id)).rejects.toThrow('killed');
    expect(await sweep(day(2, 7))).toEqual({ named: 0, removed: 0, held: 0 });
    expect(await sweep(day(2, 9))).toEqual({ named: 0, removed: 1, held: 0 });
  });

  test('that comes between a command and its write leaves the file: what was about to be removed is held first', async () => {
    const id = await sendUp(1);
    // Over a day old, so due; the command holds it, and then the sweep comes before the write.
    now = day(5);
    beforeWrite = async () => expect(await sweep(day(5))).toEqual({ named: 0, removed: 0, held: 0 });
    expect(await letWith(id)).toMatchObject({ kind: 'done' });
    expect([await sweep(day(7)), await isThere(id)]).toEqual([{ named: 1, removed: 0, held: 0 }, true]);
  });

  test('that was about to remove a file when a command held it lets it be', async () => {
    const id = await sendUp(1);
    now = day(5);
    const found = await attachments.due(day(5), 10);
    await letWith(id);
    expect(await Promise.all(found.map(attachments.remove))).toEqual([false]);
    expect(await isThere(id)).toBe(true);
  });

  test('that is faster than a command makes it a refusal, not a document that names nothing', async () => {
    const id = await sendUp(1);
    now = day(5);
    const { find } = attachments;
    // The command has found the file, and then the sweep comes.
    attachments = { ...attachments, find: async (ids) => find(ids).finally(() => sweep(day(5))) };
    expect(await letWith(id)).toEqual({ kind: 'attachment-unknown', field: 'papers.0' });
    expect((await collection.load(['NO-03.rcn.A-1']))[0]?.version).toBe(1);
  });

  test('looks through more than it takes at once', async () => {
    for (let n = 0; n < 230; n += 1) await attachments.takeIn(`f${n}`, Readable.from([Buffer.from('x')]), day(2));
    expect(await sweep(day(3))).toEqual({ named: 0, removed: 230, held: 0 });
  });
});
