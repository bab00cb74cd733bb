import { type Arrivals, atRate, type Clock } from './arrival-rate.ts';

/** A clock that moves on only when somebody waits; `at` runs an act once its time has come. */
function virtualClock(tickMs = 1): Clock & { at(ms: number): Promise<void> } {
  let nowMs = 0;
  const waiting: { readonly ms: number; readonly act: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    async tick() {
      nowMs += tickMs;
      for (const { ms, act } of waiting) if (ms <= nowMs) act();
      // What was answered is noticed before the next arrival.
      await new Promise(setImmediate);
    },
    at: (ms) => new Promise((act) => waiting.push({ ms, act })),
  };
}

async function loadOf(arrivals: Arrivals, answerMs: number, tickMs?: number) {
  const clock = virtualClock(tickMs);
  const begunAt: number[] = [];
  const late: number[] = [];
  let done = false;
  const loading = atRate(
    arrivals,
    async (n, lateMs) => {
      begunAt.push(clock.nowMs());
      late.push(lateMs);
      await clock.at(clock.nowMs() + answerMs);
      return n;
    },
    clock,
  ).finally(() => (done = true));
  await arrivalsOver(clock);
  while (!done) await clock.tick();
  return { ...(await loading), begunAt, late };
}

/** The load moves the clock itself until its last arrival; what is answered later needs somebody else to move it. */
async function arrivalsOver(clock: Clock): Promise<void> {
  for (let seenMs = -1; seenMs !== clock.nowMs();) {
    seenMs = clock.nowMs();
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  }
}

describe('a load at a fixed rate', () => {
  it('begins everything at its time, however slow the answers are', async () => {
    const { results, dropped, begunAt } = await loadOf({ perSecond: 100, seconds: 0.1 }, 5_000);
    expect(begunAt).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect([results, dropped]).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0]);
  });

  it('drops what arrives while too many are under way, and slows down for nobody', async () => {
    const { results, dropped, begunAt } = await loadOf({ perSecond: 100, seconds: 0.1, inFlightMax: 3 }, 5_000);
    expect(begunAt).toEqual([10, 20, 30]);
    expect([results, dropped]).toEqual([[0, 1, 2], 7]);
  });

  it('begins again once an answer has come', async () => {
    const { dropped, begunAt } = await loadOf({ perSecond: 100, seconds: 0.1, inFlightMax: 1 }, 25);
    expect([begunAt, dropped]).toEqual([[10, 40, 70, 100], 6]);
  });

  it('says how late it is itself', async () => {
    const { begunAt, late } = await loadOf({ perSecond: 100, seconds: 0.04 }, 0, 25);
    expect(begunAt).toEqual([25, 25, 50, 50]);
    expect(late).toEqual([15, 5, 20, 10]);
  });

  it('fails with the work that fails', async () => {
    const failing = atRate({ perSecond: 1_000, seconds: 0.01 }, (n) =>
      n === 3 ? Promise.reject(new Error('the fourth')) : Promise.resolve(),
    );
    await expect(failing).rejects.toThrow('the fourth');
  });
});
