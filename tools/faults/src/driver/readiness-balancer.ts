import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@xietong/testing';
import type { ServiceProcess } from '../world/service-process.ts';

const lookEveryMs = 25;

/** Sends clients to instances that say they are ready, as a load balancer does. */
export class ReadinessBalancer {
  readonly #instances: readonly ServiceProcess[];
  readonly #random: Random;
  readonly #ready = new Set<ServiceProcess>();
  #isLooking = true;
  #looking: Promise<unknown>;

  constructor(instances: readonly ServiceProcess[], random: Random) {
    this.#instances = instances;
    this.#random = random;
    for (const instance of instances) this.#ready.add(instance);
    this.#looking = Promise.all(instances.map((instance) => this.#look(instance)));
  }

  /** The address of an instance that was ready a moment ago. */
  readonly door = (): string => this.#random.pick([...(this.#ready.size > 0 ? this.#ready : this.#instances)]).url;

  async stop(): Promise<void> {
    this.#isLooking = false;
    await this.#looking;
  }

  async #look(instance: ServiceProcess): Promise<void> {
    while (this.#isLooking) {
      const { status } = await instance.readiness();
      if (status === 200) this.#ready.add(instance);
      else this.#ready.delete(instance);
      await pause(lookEveryMs);
    }
  }
}
