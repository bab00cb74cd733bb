/**
 * Gathers single calls into batches: while `inFlightMax` batches are under way, what arrives waits and goes together in
 * the next one. So one caller alone waits for nobody, and many share a round trip.
 */
export function batcher<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  { inFlightMax = 2, itemsMax = 200 }: { inFlightMax?: number; itemsMax?: number } = {},
): (item: Item) => Promise<Result> {
  interface Call {
    item: Item;
    resolve: (result: Result) => void;
    reject: (fault: unknown) => void;
  }
  const waiting: Call[] = [];
  let inFlight = 0;
  let scheduled = false;

  const flush = async (calls: readonly Call[]): Promise<void> => {
    inFlight += 1;
    try {
      const results = await run(calls.map(({ item }) => item));
      calls.forEach(({ resolve }, i) => resolve(results[i] as Result));
    } catch (fault) {
      calls.forEach(({ reject }) => reject(fault));
    } finally {
      inFlight -= 1;
      pump();
    }
  };

  const pump = (): void => {
    scheduled = false;
    while (inFlight < inFlightMax && waiting.length > 0) void flush(waiting.splice(0, itemsMax));
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (scheduled) return;
      scheduled = true;
      // After the microtasks of this turn, so that calls made together go together.
      setImmediate(pump);
    });
}
