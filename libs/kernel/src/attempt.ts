/** What the work answers, or `undefined` where it throws: for input from outside, of which a fault is one more thing to say. */
export function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
