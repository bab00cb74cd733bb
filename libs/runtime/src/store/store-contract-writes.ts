import { at, rcn, writeOf, type Stage } from './store-contract-fixture.ts';
import type { Collection } from './store.ts';

/** What is written: one version after another, each once. */
export function writeContract(stage: () => Stage): void {
  let boxes: Collection;
  beforeEach(() => {
    ({ boxes } = stage());
  });

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

  it('keeps the newest two hundred receipts', async () => {
    await boxes.write([writeOf('a', 0)]);
    const receipts = Array.from({ length: 250 }, (_, i) => ({ key: `many-${i}`, payload: 'p', version: 2 }));
    await boxes.write([writeOf('a', 1, { receipts })]);
    const [a] = await boxes.load(['a'], ['many-49', 'many-249', 'of no command', 'many-50']);
    expect(a?.receiptCount).toBe(200);
    expect(a?.receipts.map(({ key }) => key)).toEqual(['many-50', 'many-249']);
  });
}
