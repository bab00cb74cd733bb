import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the condition holds; fails with the sentence when the time is up. A condition that throws does not hold yet. */
export async function until(condition: () => Promise<boolean>, timeoutMs: number, sentence: () => string): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  let lastFault: unknown;
  while (Date.now() < giveUpAt) {
    try {
      if (await condition()) return;
      lastFault = undefined;
    } catch (fault) {
      if (fault instanceof Fatal) throw fault;
      lastFault = fault;
    }
    await pause(50);
  }
  throw new Error(`${sentence()} (waited ${timeoutMs / 1000} s)`, { cause: lastFault });
}

/** A fault that no waiting mends. */
export class Fatal extends Error {}
