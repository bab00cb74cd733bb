const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** What has to end before this process may. */
const open = new Set<() => Promise<unknown>>();

const told = (_: NodeJS.Signals, number: number): void =>
  void Promise.allSettled([...open].map((end) => end())).finally(() => process.exit(128 + number));

/**
 * Runs `work`, and `ended` behind it, once: also where it fails, and where this process is told to end, however often. Of several that are
 * under way at once the process waits for all.
 */
export async function endingWith<Result>(ended: () => Promise<unknown>, work: () => Promise<Result>): Promise<Result> {
  let ending: Promise<unknown> | undefined;
  const end = (): Promise<unknown> => (ending ??= ended());
  // Not once: npm hands on what the terminal has told this process already, and the second word would cut the ending short.
  if (open.size === 0) for (const signal of signals) process.on(signal, told);
  open.add(end);
  try {
    return await work();
  } finally {
    await end();
    open.delete(end);
    if (open.size === 0) for (const signal of signals) process.off(signal, told);
  }
}
