import { createRequire } from 'node:module';
import './kafkajs-amendments.ts';

const require = createRequire(import.meta.url);
const RequestQueue = require('kafkajs/src/network/requestQueue/index.js') as new (options: object) => {
  pending: unknown[];
  throttledUntil: number;
  checkPendingRequests(): void;
  push(request: { entry: { correlationId: number }; expectResponse: boolean; sendRequest: () => void }): void;
  fulfillRequest(response: { correlationId: number; payload: Buffer; size: number }): void;
  destroy(): void;
};
const OffsetManager = require('kafkajs/src/consumer/offsetManager/index.js') as {
  prototype: { setDefaultOffset(partition: { topic: string; partition: number }): Promise<void> };
};

describe('kafkajs as it is amended here', () => {
  const delays: unknown[] = [];
  const make = (maxInFlightRequests: number) => {
    const logger = { debug: () => undefined, warn: () => undefined };
    return new RequestQueue({
      maxInFlightRequests,
      requestTimeout: 1000,
      enforceRequestTimeout: false,
      clientId: 'a',
      broker: 'b',
      logger,
    });
  };
  const request = (correlationId: number, sent: number[]) => ({
    entry: { correlationId, resolve: () => undefined, reject: () => undefined },
    expectResponse: true,
    sendRequest: () => sent.push(correlationId),
  });

  beforeEach(() => {
    delays.length = 0;
    const original = setTimeout;
    jest.spyOn(globalThis, 'setTimeout').mockImplementation((callback, delayMs) => {
      delays.push(delayMs);
      return original(callback, delayMs);
    });
  });
  afterEach(() => jest.restoreAllMocks());

  it('arms no timer while no request waits, so an idle connection takes no processor time', () => {
    const queue = make(5);
    const sent: number[] = [];
    queue.push(request(1, sent));
    queue.fulfillRequest({ correlationId: 1, payload: Buffer.alloc(0), size: 0 });
    queue.checkPendingRequests();
    queue.destroy();
    expect(sent).toEqual([1]);
    expect(delays).toEqual([]);
  });

  it('sends a request that had to wait once there is room, and never arms a timer in the past', () => {
    const queue = make(1);
    const sent: number[] = [];
    queue.push(request(1, sent));
    queue.push(request(2, sent));
    expect(sent).toEqual([1]);
    queue.fulfillRequest({ correlationId: 1, payload: Buffer.alloc(0), size: 0 });
    expect(sent).toEqual([1, 2]);
    expect(delays).toEqual([10]);
    queue.destroy();
  });

  it('wakes by the clock for a request that waits because the broker throttles', () => {
    const queue = make(5);
    queue.throttledUntil = Date.now() + 60_000;
    queue.push(request(1, []));
    expect(delays).toHaveLength(1);
    expect(delays[0]).toBeGreaterThan(50_000);
    queue.destroy();
  });

  it('refuses to reset a position that the broker does not have', async () => {
    await expect(OffsetManager.prototype.setDefaultOffset({ topic: 'NO-03.rcn.projects', partition: 2 })).rejects.toMatchObject({
      name: 'OffsetOutOfRange',
      retriable: false,
      message: 'the broker does not have the offset asked of partition 2 of NO-03.rcn.projects',
    });
  });
});
