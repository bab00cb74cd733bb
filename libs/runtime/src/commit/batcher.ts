/**
 * Gathers single calls into batches: while one is under way, what arrives waits and goes together in the next, at most
 * `itemsMax` of it. So one caller alone waits for nobody, and many share a round trip. A second batch under way at the same
 * time made them smaller and no faster: an update at 32 in flight took a fifth more CPU.
 */
export function batcher<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  itemsMax = 200,
): (item: Item) => Promise<Result> {
  interface Call {
    item: Item;
    resolve: (result: Result) => void;
    reject: (fault: unknown) => void;
  }
  const waiting: Call[] = [];
  let running = false;

  const runAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const calls = waiting.splice(0, itemsMax);
      try {
        const results = await run(calls.map(({ item }) => item));
        calls.forEach(({ resolve }, i) => resolve(results[i] as Result));
      } catch (fault) {
        calls.forEach(({ reject }) => reject(fault));
      }
      await nextTurn();
    }
    running = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running) return;
      running = true;
      void nextTurn().then(runAll);
    });
}

// After the microtasks of this turn, so that calls made together go together.
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
