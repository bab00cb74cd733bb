import { setTimeout as pause } from 'node:timers/promises';

const pauseMs = 10;

/** Asks again and again until the answer is as hoped for; throws with the last answer when that takes longer. */
export async function until<T>(ask: () => Promise<T>, isHopedFor: (answer: T) => boolean, withinMs: number): Promise<T> {
  const giveUpAtMs = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (isHopedFor(answer)) return answer;
    if (performance.now() > giveUpAtMs) throw new Error(`after ${withinMs} ms it was still ${JSON.stringify(answer)}`);
    await pause(pauseMs);
  }
}
