import { setImmediate as nextTurn } from 'node:timers/promises';
import { findLock, withLock } from './lock.ts';

const name = `lock.spec ${process.pid}`;

describe('locks', () => {
  test('a held lock is refused to the next asker, and given once it is released', async () => {
    const release = await findLock(name);
    expect(release).toBeDefined();
    expect(await findLock(name)).toBeUndefined();
    release?.();
    await nextTurn();
    (await findLock(name))?.();
  });

  test('work under one lock never overlaps', async () => {
    const steps: string[] = [];
    const work = (who: string) =>
      withLock(`${name} work`, async () => {
        steps.push(`${who} begins`);
        await nextTurn();
        steps.push(`${who} ends`);
      });
    await Promise.all([work('a'), work('b')]);
    expect(steps.filter((_, i) => i % 2 === 0).map((step) => step.replace('begins', 'ends'))).toEqual(steps.filter((_, i) => i % 2 === 1));
  });

  test('a lock is given back when the work fails', async () => {
    await expect(withLock(`${name} fault`, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    (await findLock(`${name} fault`))?.();
  });
});
