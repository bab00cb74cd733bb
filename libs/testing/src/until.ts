import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the condition holds; fails with what was waited for, so that a test which waits in vain ends. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, timeoutMs = 30_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain until ${what}`);
    await pause(5);
  }
}
