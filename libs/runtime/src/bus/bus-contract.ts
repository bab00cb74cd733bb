import { deliveryContract } from './bus-contract-delivery.ts';
import { Stage } from './bus-contract-fixture.ts';
import type { BusUnderTest } from './bus-contract-fixture.ts';
import { lifeContract } from './bus-contract-life.ts';
import { positionContract } from './bus-contract-positions.ts';

/** What every bus promises, as tests of the one that `makeBus` makes; each test gets one of its own. */
export function busContract(name: string, makeBus: () => Promise<BusUnderTest>): void {
  describe(`the bus ${name}`, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = new Stage(await makeBus());
    });
    afterEach(() => stage.under.close());

    deliveryContract(() => stage);
    positionContract(() => stage);
    lifeContract(() => stage);
  });
}
