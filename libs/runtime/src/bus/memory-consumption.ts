import type { Batch, ConsumeRequest, ConsumerHealth, Consumption } from './bus.ts';
import type { MemoryGroup } from './memory-group.ts';
import { matches } from './topic-pattern.ts';

/** A consumer in memory: a member of its group from the check of its positions until it stops. */
export class MemoryConsumption implements Consumption {
  readonly #group: MemoryGroup;
  readonly #request: ConsumeRequest;
  readonly #inHand = new Set<Promise<void>>();
  #health: ConsumerHealth = { state: 'starting' };

  constructor(group: MemoryGroup, request: ConsumeRequest) {
    this.#group = group;
    this.#request = request;
  }

  async start(): Promise<void> {
    const lost = this.#group.findLost(this.#request, (await this.#request.positions?.()) ?? []);
    if (lost) return this.halt(lost);
    this.#health = { state: 'running' };
    this.#group.wake();
  }

  health(): ConsumerHealth {
    return this.#health;
  }

  lag(): ReturnType<Consumption['lag']> {
    return this.#group.lag(this);
  }

  reads(topic: string): boolean {
    return this.#health.state === 'running' && matches(topic, this.#request.topics);
  }

  /** Keeps hold of the batch until its handler is done, so that a stop can wait for it. */
  handle(batch: Batch): Promise<void> {
    const handled = this.#request.handle(batch).finally(() => this.#inHand.delete(handled));
    this.#inHand.add(handled);
    return handled;
  }

  halt(reason: string): void {
    this.#health = { state: 'halted', reason };
  }

  async stop(): Promise<void> {
    this.#health = { state: 'stopped' };
    await Promise.allSettled(this.#inHand);
    this.#group.leave(this);
  }
}
