import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Instant } from '@xietong/domain';
import type { Store } from '../store/store.ts';
import type { AttachmentStore, KeptFile } from './attachment-store.ts';

const at = (hour: number): Instant => `2026-01-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const file = (id: string, changes: Partial<KeptFile> = {}): KeptFile => ({
  id,
  name: '报告.pdf',
  mediaType: 'application/pdf',
  bytes: 4,
  sha256: 'a'.repeat(64),
  scanned: true,
  party: 'org:CN-USCI:X',
  ...changes,
});

/** What every store of files must do, whatever engine is behind it. `makeStore` gives an empty one each time. */
export function attachmentContract(name: string, makeStore: () => Promise<Store>): void {
  describe(`${name} keeps the contract of attachments`, () => {
    let store: Store;
    let attachments: AttachmentStore;
    beforeEach(async () => {
      store = await makeStore();
      attachments = await store.attachments();
    });
    afterEach(() => store.close());

    const takeIn = (id: string, content: Uint8Array = Buffer.from('%PDF'), sweepAt = at(10)) =>
      attachments.takeIn(id, Readable.from([content]), sweepAt);
    const keep = async (id: string, changes: Partial<KeptFile> = {}, key = `key of ${id}`) => {
      await takeIn(id);
      return attachments.keep(file(id, changes), key);
    };
    const bytesOf = async (id: string) => buffer(await attachments.open(id));

    it('gives back every byte, also of a file of many parts', async () => {
      const content = randomBytes(1_500_000);
      const parts = [content.subarray(0, 7), content.subarray(7, 700_000), content.subarray(700_000)];
      await attachments.takeIn('a', Readable.from(parts), at(10));
      expect((await bytesOf('a')).equals(content)).toBe(true);
    });

    it('shows a file once it is kept, and as it was kept', async () => {
      await takeIn('a');
      expect(await attachments.find(['a'])).toEqual([]);
      expect(await attachments.keep(file('a'), 'k')).toEqual(file('a'));
      expect(await attachments.find(['a', 'b'])).toEqual([file('a')]);
    });

    it('lets a key make one file only, and answers with that', async () => {
      await keep('a', {}, 'k');
      await takeIn('b');
      expect(await attachments.keep(file('b', { name: 'again.pdf' }), 'k')).toEqual(file('a'));
      expect(await attachments.find(['b'])).toEqual([]);
    });

    it('lets exactly one of many at once have the key', async () => {
      const ids = Array.from({ length: 8 }, (_, i) => `f${i}`);
      const kept = await Promise.all(ids.map((id) => keep(id, {}, 'k')));
      expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
      expect((await attachments.find(ids)).map(({ id }) => id)).toEqual([kept[0]?.id]);
    });

    it('keeps nothing of what was never taken in', async () => {
      await expect(attachments.keep(file('a'), 'k')).rejects.toThrow("'a' was not taken in");
    });

    it('leaves nothing of what breaks off on its way', async () => {
      const broken = Readable.from(
        (async function* () {
          yield randomBytes(600_000);
          throw new Error('the sender is gone');
        })(),
      );
      await expect(attachments.takeIn('a', broken, at(10))).rejects.toThrow('the sender is gone');
      await expect(bytesOf('a')).rejects.toThrow();
      expect(await attachments.due(at(23), 10)).toEqual([]);
    });

    it('takes back what is not kept, and never a file', async () => {
      await takeIn('a');
      await attachments.discard('a');
      await expect(bytesOf('a')).rejects.toThrow();
      await keep('b');
      await attachments.discard('b');
      expect(await attachments.find(['b'])).toEqual([file('b')]);
      expect((await bytesOf('b')).toString()).toBe('%PDF');
    });

    it('tells what is due, the oldest first, kept or not', async () => {
      await takeIn('late', Buffer.from('x'), at(12));
      await takeIn('early', Buffer.from('x'), at(9));
      await keep('kept');
      expect(await attachments.due(at(8), 10)).toEqual([]);
      expect(await attachments.due(at(9), 10)).toEqual([{ id: 'early', sweepAt: at(9), heldBy: [] }]);
      expect((await attachments.due(at(12), 2)).map(({ id }) => id)).toEqual(['early', 'kept']);
    });

    it('holds a file for whoever is about to name it, longer with each', async () => {
      await keep('a');
      expect(await attachments.hold(['a', 'b'], 'application/1', at(14))).toEqual(['a']);
      await attachments.hold(['a'], 'application/2', at(12));
      await attachments.hold(['a'], 'application/1', at(13));
      expect(await attachments.due(at(13), 10)).toEqual([]);
      expect(await attachments.due(at(14), 10)).toEqual([{ id: 'a', sweepAt: at(14), heldBy: ['application/1', 'application/2'] }]);
    });

    it('holds nothing that is only on its way', async () => {
      await takeIn('a');
      expect(await attachments.hold(['a'], 'application/1', at(14))).toEqual([]);
    });

    it('removes a file with all its bytes, and lets its key make another', async () => {
      await keep('a', {}, 'k');
      const [due] = await attachments.due(at(10), 10);
      expect(due && (await attachments.remove(due))).toBe(true);
      expect(await attachments.find(['a'])).toEqual([]);
      await expect(bytesOf('a')).rejects.toThrow();
      expect(await attachments.due(at(23), 10)).toEqual([]);
      expect(await keep('b', {}, 'k')).toEqual(file('b'));
    });

    it('removes nothing that was held since it was found due', async () => {
      await keep('a');
      const [due] = await attachments.due(at(10), 10);
      await attachments.hold(['a'], 'application/1', at(20));
      expect(due && (await attachments.remove(due))).toBe(false);
      expect(due && (await attachments.nameForGood(due))).toBeUndefined();
      expect((await bytesOf('a')).toString()).toBe('%PDF');
      expect(await attachments.due(at(20), 10)).toHaveLength(1);
    });

    it('either holds a file or removes it, when both are asked for at once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, async (_, i) => {
          const id = `f${i}`;
          await keep(id);
          const due = { id, sweepAt: at(10), heldBy: [] };
          const [held, removed] = await Promise.all([attachments.hold([id], 'application/1', at(20)), attachments.remove(due)]);
          const there = (await attachments.find([id])).length === 1;
          return [held.length === 1 && removed, there === removed];
        }),
      );
      expect(outcomes).toEqual(outcomes.map(() => [false, false]));
    });

    it('never looks again into a file that is named for good, nor lets it go', async () => {
      await keep('a');
      const [due] = await attachments.due(at(10), 10);
      if (due) await attachments.nameForGood(due);
      expect(await attachments.due(at(23), 10)).toEqual([]);
      expect(await attachments.hold(['a'], 'application/9', at(11))).toEqual(['a']);
      expect(await attachments.due(at(23), 10)).toEqual([]);
      expect(due && (await attachments.remove(due))).toBe(false);
      expect(await attachments.find(['a'])).toEqual([file('a')]);
    });
  });
}
