import { eventContract } from './store-contract-events.ts';
import type { Stage } from './store-contract-fixture.ts';
import { projectionContract } from './store-contract-projections.ts';
import { readContract } from './store-contract-reads.ts';
import { writeContract } from './store-contract-writes.ts';
import type { Store } from './store.ts';

/** What every store must do, whatever engine is behind it. `makeStore` gives an empty one each time. */
export function storeContract(name: string, makeStore: () => Promise<Store>): void {
  describe(`${name} keeps the store's contract`, () => {
    let stage: Stage;
    beforeEach(async () => {
      const store = await makeStore();
      stage = { store, boxes: await store.collection('boxes', { keys: ['status', 'size'], tags: ['colours'] }) };
    });
    afterEach(() => stage.store.close());

    writeContract(() => stage);
    readContract(() => stage);
    eventContract(() => stage);
    projectionContract(() => stage);
  });
}
