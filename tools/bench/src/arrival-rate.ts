import { setTimeout as pause } from 'node:timers/promises';
import { sharedNowMs } from './servers/measured-process.ts';

/** A load with a fixed rate: what arrives does not wait for what came before. */
export interface Arrivals {
  readonly perSecond: number;
  readonly seconds: number;
  /** What arrives while so many are under way is dropped; without it nothing is. */
  readonly inFlightMax?: number;
}

/** What came of a load: the results in the order in which their work began, and how many were dropped. */
export interface Arrived<Result> {
  readonly results: Result[];
  readonly dropped: number;
}

export interface Clock {
  nowMs(): number;
  /** Waits for at least a millisecond. */
  tick(): Promise<unknown>;
}

const realClock: Clock = { nowMs: sharedNowMs, tick: () => pause(1) };

/**
 * Begins `work` at a fixed rate and waits for all that was begun. `n` counts what is begun from 0; `lateMs` is how long ago it
 * arrived, which whoever measures adds: else a load that is late itself would find everything fast. A millisecond that brings several begins them together.
 */
export async function atRate<Result>(
  { perSecond, seconds, inFlightMax = Infinity }: Arrivals,
  work: (n: number, lateMs: number) => Promise<Result>,
  clock = realClock,
): Promise<Arrived<Result>> {
  const begunMs = clock.nowMs();
  const count = Math.round(perSecond * seconds);
  const begun: Promise<Result>[] = [];
  let inFlight = 0;
  let dropped = 0;
  const begin = (dueMs: number): void => {
    inFlight += 1;
    const done = work(begun.length, clock.nowMs() - dueMs).finally(() => (inFlight -= 1));
    // It is thrown below; until then nobody listens, which Node would take for a fault that nobody handles.
    done.catch(() => undefined);
    begun.push(done);
  };
  for (let arrived = 0; arrived < count; await clock.tick()) {
    const due = Math.min(count, Math.floor(((clock.nowMs() - begunMs) / 1000) * perSecond));
    for (; arrived < due; arrived += 1) {
      if (inFlight < inFlightMax) begin(begunMs + ((arrived + 1) / perSecond) * 1000);
      else dropped += 1;
    }
  }
  return { results: await Promise.all(begun), dropped };
}
