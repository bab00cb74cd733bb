import fc from 'fast-check';
import type { OutgoingMessage } from '../bus/bus.ts';
import { aHouse, done, type House, type Instance } from '../commit/testing/bench-house.ts';

interface Sent {
  readonly id: string;
  readonly subject: string;
  readonly version: number;
}

const sentOf = (topic: readonly OutgoingMessage[]): Sent[] =>
  topic.map(({ value }) => {
    const { id, subject, sequence } = JSON.parse(value) as { id: string; subject: string; sequence: string };
    return { id, subject, version: Number(sequence) };
  });

/** What a consumer sees that applies a version once: no version may come before the one below it. */
function gapsIn(topic: readonly OutgoingMessage[]): Sent[] {
  const applied = new Map<string, number>();
  return sentOf(topic).filter(({ subject, version }) => {
    const last = applied.get(subject) ?? 0;
    if (version > last + 1) return true;
    applied.set(subject, Math.max(last, version));
    return false;
  });
}

async function settled(house: House, instances: readonly Instance[]): Promise<void> {
  for (let round = 0; round < 50 && (await house.tallies.pendingCount()) > 0; round += 1) {
    await instances[0]?.sweep();
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(instances.map((instance) => instance.drain()));
}

describe('the relay', () => {
  it('sends events in version order, keeps them in the journal, then marks them sent', async () => {
    const house = await aHouse();
    const one = house.instance();
    await one.give('begin', { name: 'a' });
    await one.give('add', { amounts: [1, 2, 3] }, { id: 'a' });
    await one.drain();
    expect(sentOf(house.topic).map(({ id }) => id)).toEqual(['tally/a/1', 'tally/a/2', 'tally/a/3', 'tally/a/4']);
    expect((await house.store.journal.read('tally/a', 0, 10)).map(({ body }) => body)).toEqual(house.topic.map(({ value }) => value));
    expect((await house.tallies.load(['a']))[0]?.pending).toEqual({ count: 0, version: 0 });
  });

  it('leaves in the outbox what the broker does not take, and sends it when the broker is back', async () => {
    let isUp = false;
    const house = await aHouse({
      send: async (batch, take) => {
        if (!isUp) throw new Error('no broker');
        take(batch);
      },
    });
    const one = house.instance();
    await one.give('begin', { name: 'a' });
    await one.give('add', { amounts: [1] }, { id: 'a' });
    expect((await house.tallies.load(['a']))[0]?.pending).toEqual({ count: 2, version: 2 });
    isUp = true;
    await one.drain();
    expect(sentOf(house.topic).map(({ version }) => version)).toEqual([1, 2]);
    expect(house.faults.length).toBeGreaterThan(0);
  });

  it('finds by its sweep what an instance that died has left', async () => {
    const house = await aHouse();
    await house.tallies.write([
      {
        id: 'a',
        expected: 0,
        version: 1,
        agency: 'NO-03/rcn',
        state: {},
        audience: [],
        keys: {},
        tags: {},
        head: '',
        receipts: [{ key: 'k', payload: 'p', version: 1 }],
        now: '2026-01-01T00:00:00.000Z',
        events: [
          { version: 1, topic: 'NO-03.rcn.tallies', body: JSON.stringify({ id: 'tally/a/1', subject: 'tally/a', sequence: '0000000001' }) },
        ],
      },
    ]);
    const survivor = house.instance();
    await survivor.sweep();
    await survivor.drain();
    expect(sentOf(house.topic)).toEqual([{ id: 'tally/a/1', subject: 'tally/a', version: 1 }]);
    expect(await house.tallies.pendingCount()).toBe(0);
  });

  it('makes no gap and loses nothing, whatever the broker refuses and however instances share the work', async () => {
    const failure = fc.constantFrom('takes', 'takes', 'refuses', 'takes but says it refused');
    const command = fc.record({
      instance: fc.nat(2),
      tally: fc.nat(3),
      amounts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
    });
    let duplicates = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(failure, { maxLength: 12 }),
        fc.array(command, { minLength: 1, maxLength: 40 }),
        async (failures, commands) => {
          const plan = [...failures];
          const house = await aHouse({
            send: async (batch, take) => {
              const next = plan.shift() ?? 'takes';
              await new Promise((resolve) => setImmediate(resolve));
              if (next !== 'refuses') take(batch);
              if (next !== 'takes') throw new Error(next);
            },
          });
          const instances = [house.instance(), house.instance(), house.instance()];
          for (let t = 0; t < 4; t += 1) done(await (instances[t % 3] as Instance).give('begin', { name: `t${t}` }));
          await Promise.all(
            commands.map(({ instance, tally, amounts }) =>
              (instances[instance] as Instance).give('add', { amounts }, { id: `t${tally}` }).then(done),
            ),
          );
          await settled(house, instances);

          const events = 4 + commands.reduce((sum, { amounts }) => sum + amounts.length, 0);
          const sent = sentOf(house.topic);
          expect(gapsIn(house.topic)).toEqual([]);
          expect(new Set(sent.map(({ id }) => id)).size).toBe(events);
          expect(await house.tallies.pendingCount()).toBe(0);
          duplicates += sent.length - events;
        },
      ),
      { numRuns: 60 },
    );
    // The faults really bit: some events went out twice.
    expect(duplicates).toBeGreaterThan(0);
  });
});
