/** Does work 0 to `count` - 1, `inFlight` at a time, and answers the results in order. */
export async function inFlightAtOnce<Result>(count: number, inFlight: number, work: (n: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next; n < count; n = next) {
      next += 1;
      results[n] = await work(n);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return results;
}
