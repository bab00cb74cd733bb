import type { CommandRequest } from '../commit/outcome.ts';
import { aHouse, type House, type Instance } from '../commit/testing/bench-house.ts';
import { fullAt, Tallies } from '../commit/testing/tally.ts';
import { deadlines } from './deadlines.ts';

const faults: string[] = [];

function clockOf(house: House, instance: Instance) {
  return deadlines({
    aggregates: [Tallies],
    store: house.store,
    commands: { run: (request: CommandRequest) => instance.give(request.command, request.input as object, request) },
    fault: (what) => faults.push(what),
  });
}

describe('a deadline', () => {
  it('acts once, however many instances see it and however often', async () => {
    const house = await aHouse();
    const [one, other] = [house.instance(), house.instance()];
    await one.give('begin', { name: 'full' });
    await one.give('add', { amounts: [fullAt] }, { id: 'full' });
    const struck = await Promise.all([one, other, one].map((instance) => clockOf(house, instance).strike('2026-01-02T00:00:00.000Z')));
    expect(struck.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect((await house.tallies.load(['full']))[0]).toMatchObject({ version: 3, state: { closed: true } });
  });

  it('waits for its moment', async () => {
    const house = await aHouse();
    const one = house.instance();
    await one.give('begin', { name: 'full' });
    await one.give('add', { amounts: [fullAt] }, { id: 'full' });
    expect(await clockOf(house, one).strike('2025-12-31T23:59:59.999Z')).toBe(0);
    expect((await house.tallies.load(['full']))[0]?.state).toMatchObject({ closed: false });
  });

  it('whose command the clock may not give is reported, not passed over in silence', async () => {
    const house = await aHouse();
    const one = house.instance();
    await one.give('begin', { name: 'stuck' });
    const [stored] = await house.tallies.load(['stuck']);
    const { id, agency, state, head } = stored as NonNullable<typeof stored>;
    const due = { at: '2026-01-01T00:00:00.000Z', command: 'add' } as const;
    const rest = { audience: [], keys: {}, tags: {}, events: [], receipts: [], now: due.at };
    await house.tallies.write([{ id, agency, state, head, expected: 1, version: 2, due, ...rest }]);
    expect(await clockOf(house, one).strike('2026-01-02T00:00:00.000Z')).toBe(0);
    expect(faults.splice(0)).toEqual(["the deadline command 'add' of tally is due and not carried out"]);
  });

  it('that an engine’s fault holds up is reported and waits for the next round', async () => {
    const house = await aHouse();
    const one = house.instance();
    await one.give('begin', { name: 'full' });
    await one.give('add', { amounts: [fullAt] }, { id: 'full' });
    const failing = { ...one, give: () => Promise.reject(new Error('the database is away')) };
    expect(await clockOf(house, failing).strike('2026-01-02T00:00:00.000Z')).toBe(0);
    expect(faults).toEqual(['a deadline of tally waits for the next round']);
    expect(await clockOf(house, one).strike('2026-01-02T00:00:00.000Z')).toBe(1);
  });
});
