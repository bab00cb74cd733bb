import { randomUUID } from 'node:crypto';
import type { AgencyRef } from '@xietong/kernel';
import fc from 'fast-check';
import type { Store } from '../store/store.ts';
import { agency, decider, idAt, CountingLine, textOf, topic } from './counting-line.fixture.ts';

const good = (key: string, version: number) => ({ key, body: textOf(key, version) });
const unfit = (key: string, version: number) => ({ key, body: textOf(key, version, { data: { pieces: 'many' } }) });
const garbled = (key: string) => ({ key, body: '{' });

/** What every parking lot must do for its consumer and its desk, whatever engine is behind it. `makeStore` gives an empty one each time. */
export function parkingContract(name: string, makeStore: () => Promise<Store>): void {
  describe(`${name} keeps the contract of parking`, () => {
    let store: Store;
    let line: CountingLine;
    beforeEach(async () => {
      store = await makeStore();
      line = new CountingLine(store);
    });
    afterEach(() => store.close());

    it('shows what is parked page by page, the newest last, by consumer, key and reason', async () => {
      await line.deliver(unfit('a', 1), garbled('b'), good('a', 2), garbled('c'));
      const page = async (part: object) =>
        (await line.desk.list({ agency, status: 'parked', limit: 10, ...part })).map(({ offset }) => offset);
      expect(await page({})).toEqual([0, 1, 2, 3]);
      expect(await page({ limit: 2 })).toEqual([0, 1]);
      const [, second] = await line.desk.list({ agency, status: 'parked', limit: 2 });
      expect(await page({ after: second })).toEqual([2, 3]);
      expect(await page({ key: 'a' })).toEqual([0, 2]);
      expect(await page({ reason: 'not-json' })).toEqual([1, 3]);
      expect(await page({ reason: 'follows-parked' })).toEqual([2]);
      expect([await page({ consumer: 'counts' }), await page({ consumer: 'others' })]).toEqual([[0, 1, 2, 3], []]);
      expect([await store.parking.count({ consumer: 'counts' }), await store.parking.count({ consumer: 'others' })]).toEqual([4, 0]);
    });

    it('shows an agency what came on its own topics only', async () => {
      await line.deliver(garbled('a'));
      const seenBy = async (given: AgencyRef) => (await line.desk.list({ agency: given, status: 'parked', limit: 10 })).length;
      expect([await seenBy(agency), await seenBy('NO-03/rc'), await seenBy('NO-03/inn')]).toEqual([1, 0, 0]);
    });

    it('tells how much is parked by agency and reason, until it is decided about', async () => {
      await line.deliver(unfit('a', 1), garbled('b'), garbled('c'));
      await line.deliverOn('NO-03.inn.parcels', garbled('a'));
      const tally = async () => (await store.parking.tally()).map((each) => Object.values(each).join(' ')).sort();
      expect(await tally()).toEqual(['counts NO-03/inn not-json 1', 'counts NO-03/rcn not-json 2', 'counts NO-03/rcn unfit-data 1']);
      await line.desk.discard(idAt(0), decider);
      expect(await tally()).toEqual(['counts NO-03/inn not-json 1', 'counts NO-03/rcn not-json 2']);
    });

    it("holds up no key of one agency for what came under the same key on another's topic", async () => {
      await line.deliverOn('NO-03.inn.parcels', garbled('a'));
      await line.deliver(good('a', 1));
      expect(await line.applied('a')).toEqual([1]);
      expect(await line.replay('a')).toEqual({ refused: 'absent' });
    });

    it('shows the text of a message as it came', async () => {
      await line.deliver(unfit('a', 1));
      expect(await line.desk.find(idAt(0))).toEqual({
        id: idAt(0),
        consumer: 'counts',
        topic,
        partition: 0,
        offset: 0,
        key: 'a',
        reason: { code: 'unfit-data', detail: 'pieces' },
        status: 'parked',
        parkedAt: expect.any(String),
        text: unfit('a', 1).body,
        decisions: [],
      });
      expect(await line.desk.find(idAt(1))).toBeUndefined();
    });

    it('applies the mended message and its followers in order, while other keys have gone on', async () => {
      await line.deliver(good('a', 1), unfit('a', 2), good('a', 3), good('b', 1), good('a', 4));
      expect([await line.applied('a'), await line.applied('b')]).toEqual([[1], [1]]);
      expect(await line.desk.mend(idAt(1), textOf('a', 2), decider)).toMatchObject({ id: idAt(1), status: 'parked' });
      expect(await line.replay('a')).toEqual({ applied: 3, parked: 0 });
      expect(await line.applied('a')).toEqual([1, 2, 3, 4]);
      await line.deliver(good('a', 5));
      expect(await line.applied('a')).toEqual([1, 2, 3, 4, 5]);
      expect((await line.desk.find(idAt(1)))?.decisions).toMatchObject([
        { act: 'mend', ...decider },
        { act: 'replay', ...decider },
      ]);
    });

    it('stops a replay at what still cannot be applied, and keeps everything behind it', async () => {
      await line.deliver(unfit('a', 1), good('a', 2), unfit('a', 3), good('a', 4));
      expect(await line.replay('a')).toMatchObject({ applied: 0, parked: 4, stoppedBy: { id: idAt(0) } });
      await line.desk.mend(idAt(0), textOf('a', 1), decider);
      const stoppedBy = { id: idAt(2), reason: { code: 'unfit-data', detail: 'pieces' } };
      expect(await line.replay('a')).toEqual({ applied: 2, parked: 2, stoppedBy });
      expect((await line.parked('a')).map(({ reason }) => reason.code)).toEqual(['unfit-data', 'follows-parked']);
      await line.deliver(good('a', 5));
      expect(await line.applied('a')).toEqual([1, 2]);
    });

    it('lets the followers of a discarded message go on at the next replay, and keeps it', async () => {
      await line.deliver(garbled('a'), good('a', 2));
      expect(await line.desk.discard(idAt(0), decider)).toMatchObject({ status: 'discarded' });
      await line.deliver(good('a', 3));
      expect(await line.applied('a')).toEqual([]);
      expect(await line.replay('a')).toEqual({ applied: 2, parked: 0 });
      expect(await line.applied('a')).toEqual([2, 3]);
      expect(await line.desk.list({ agency, status: 'discarded', limit: 10 })).toMatchObject([{ id: idAt(0) }]);
      expect(await line.desk.find(idAt(0))).toMatchObject({ text: '{', decisions: [{ act: 'discard' }, { act: 'replay' }] });
    });

    it('refuses to decide about what is discarded, applied or not there', async () => {
      await line.deliver(garbled('a'), unfit('b', 1));
      await line.desk.discard(idAt(0), decider);
      await line.desk.mend(idAt(1), textOf('b', 1), decider);
      await line.replay('b');
      const refusals = async (id: string) => [await line.desk.mend(id, textOf('b', 1), decider), await line.desk.discard(id, decider)];
      expect(await refusals(idAt(0))).toEqual([{ refused: 'discarded' }, { refused: 'discarded' }]);
      expect(await refusals(idAt(1))).toEqual([{ refused: 'applied' }, { refused: 'applied' }]);
      expect(await refusals(idAt(2))).toEqual([{ refused: 'absent' }, { refused: 'absent' }]);
      expect(await line.replay('c')).toEqual({ refused: 'absent' });
    });

    it('takes no mended text that the consumer cannot read, or that is another event', async () => {
      await line.deliver(unfit('a', 2));
      const mended = (text: string) => line.desk.mend(idAt(0), text, decider);
      expect(await mended('{')).toEqual({ refused: 'unreadable', reason: { code: 'not-json', detail: '' } });
      expect(await mended(unfit('a', 2).body)).toEqual({ refused: 'unreadable', reason: { code: 'unfit-data', detail: 'pieces' } });
      expect(await mended(textOf('a', 2, { source: '/NO-03/inn/parcels' }))).toMatchObject({ reason: { code: 'foreign-source' } });
      expect(await mended(textOf('b', 2))).toMatchObject({ reason: { code: 'wrong-key' } });
      expect(await mended(textOf('a', 2, { type: 'xietong.parcels.parcel.lost.v1' }))).toMatchObject({ reason: { detail: 'type' } });
      expect(await mended(textOf('a', 3))).toEqual({ refused: 'identity-changed', field: 'id' });
      expect((await line.desk.find(idAt(0)))?.decisions).toEqual([]);
    });

    it('takes any event of the key in the place of what was none', async () => {
      await line.deliver({ key: 'a', body: Buffer.from([0x22, 0xff, 0x22]) });
      expect(await line.replay('a')).toMatchObject({ applied: 0, stoppedBy: { reason: { code: 'not-json' } } });
      await line.desk.mend(idAt(0), textOf('a', 7), decider);
      expect(await line.replay('a')).toEqual({ applied: 1, parked: 0 });
      expect(await line.applied('a')).toEqual([7]);
    });

    it('finds a decision done that is taken again', async () => {
      await line.deliver(unfit('a', 1), good('a', 2));
      for (let time = 0; time < 2; time += 1) await line.desk.mend(idAt(0), textOf('a', 1), decider);
      expect((await line.desk.find(idAt(0)))?.decisions).toHaveLength(1);
      expect([await line.replay('a'), await line.replay('a')]).toEqual([
        { applied: 2, parked: 0 },
        { applied: 0, parked: 0 },
      ]);
      expect(await line.applied('a')).toEqual([1, 2]);
    });

    it('does not park or apply again what comes again after it was decided, as after a kill', async () => {
      const first = await line.deliver(unfit('a', 1), good('a', 2));
      await line.desk.mend(idAt(0), textOf('a', 1), decider);
      await line.replay('a');
      await line.redeliver(first, unfit('a', 1), good('a', 2), good('a', 3));
      expect(await line.applied('a')).toEqual([1, 2, 3]);
      expect(await line.parked('a')).toEqual([]);
    });

    it('does not apply what was discarded when it comes again, though it could be read', async () => {
      const first = await line.deliver(unfit('a', 1), good('a', 2));
      await line.desk.mend(idAt(0), textOf('a', 1), decider);
      await line.desk.discard(idAt(1), decider);
      await line.replay('a');
      await line.redeliver(first + 1, good('a', 2), good('a', 3));
      expect(await line.applied('a')).toEqual([1, 3]);
    });

    it('goes on where a replay was cut off between applying a message and taking it out of the line', async () => {
      const cut = new CountingLine(store, { ...store.parking, change: () => Promise.reject(new Error('killed')) });
      await line.deliver(unfit('a', 1), good('a', 2));
      await line.desk.mend(idAt(0), textOf('a', 1), decider);
      await expect(cut.replay('a')).rejects.toThrow('killed');
      await line.deliver(good('a', 3));
      expect(await line.replay('a')).toEqual({ applied: 3, parked: 0 });
      expect(await line.applied('a')).toEqual([1, 2, 3]);
    });

    it('strands no follower that comes just while a replay empties the line', async () => {
      await line.deliver(unfit('a', 1));
      await line.desk.mend(idAt(0), textOf('a', 1), decider);
      const emptying = new CountingLine(store, {
        ...store.parking,
        async park(message) {
          await line.replay('a');
          await store.parking.park(message);
        },
      });
      await emptying.redeliver(1, good('a', 2), good('a', 3));
      expect(await line.applied('a')).toEqual([1, 2, 3]);
      expect(await line.parked('a')).toEqual([]);
    });

    it('applies everything once where two replay at the same time and followers keep coming', async () => {
      await line.deliver(unfit('a', 1), ...[2, 3, 4, 5].map((version) => good('a', version)));
      await line.desk.mend(idAt(0), textOf('a', 1), decider);
      const more = async () => {
        for (const version of [6, 7, 8, 9]) await line.deliver(good('a', version), good('b', version));
      };
      await Promise.all([line.replay('a'), new CountingLine(store).replay('a'), more()]);
      await line.replay('a');
      expect(await line.applied('a')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(await line.applied('b')).toEqual([6, 7, 8, 9]);
    });

    it('ends at what the mended texts would have led to, whatever was spoiled and in whatever order it was decided', async () => {
      const step = fc.record({
        key: fc.constantFrom('x', 'y', 'z'),
        fate: fc.constantFrom('good', 'good', 'good', 'mended', 'discarded'),
        garbled: fc.boolean(),
        replays: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.infiniteStream(fc.nat()), async (steps, chance) => {
          // Keys of its own, so that one store serves all runs.
          const run = randomUUID();
          const keyOf = (key: string) => `${run}-${key}`;
          const versions = new Map<string, number>();
          const spoiled: { id: string; key: string; version: number; fate: string }[] = [];
          const expected = new Map<string, number[]>();
          for (const { key: name, fate, garbled: isGarbled, replays } of steps) {
            const key = keyOf(name);
            const version = (versions.get(key) ?? 0) + 1;
            versions.set(key, version);
            if (fate !== 'discarded') expected.set(key, [...(expected.get(key) ?? []), version]);
            const bad = isGarbled ? garbled(key) : unfit(key, version);
            const offset = await line.deliver(fate === 'good' ? good(key, version) : bad);
            if (fate !== 'good') spoiled.push({ id: idAt(offset), key, version, fate });
            if (replays) await line.replay(key);
          }
          while (spoiled.length > 0) {
            const [picked] = spoiled.splice(chance.next().value % spoiled.length, 1);
            if (!picked) break;
            const { id, key, version, fate } = picked;
            await (fate === 'mended' ? line.desk.mend(id, textOf(key, version), decider) : line.desk.discard(id, decider));
            if (chance.next().value % 2 === 0) await line.replay(key);
          }
          for (const key of versions.keys()) {
            await line.replay(key);
            expect(await line.applied(key)).toEqual(expected.get(key) ?? []);
            expect(await line.parked(key)).toEqual([]);
          }
        }),
        { numRuns: 25 },
      );
    }, 60_000);
  });
}
