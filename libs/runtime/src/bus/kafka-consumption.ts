import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import type { Logger } from 'pino';
import type { ConsumeRequest, ConsumerHealth, Consumption } from './bus.ts';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaCredentials } from './kafka-client.ts';
import { readUntil } from './kafka-session.ts';
import { KafkaSockets } from './kafka-sockets.ts';
import { listTopics, planReading } from './kafka-topics.ts';
import type { ReadingPlan } from './kafka-topics.ts';
import { findLostPosition } from './position-check.ts';
import { ReadProgress } from './read-progress.ts';
import type { RenewableClient } from './renewable-client.ts';

const TOPICS_POLL_INTERVAL_MS = 5000;
const RESTART_DELAY_MS_MIN = 200;
const RESTART_DELAY_MS_MAX = 5000;

/** What a consumption needs from its bus. */
export interface Broker {
  readonly credentials: KafkaCredentials;
  readonly admin: RenewableClient<Admin>;
  readonly log: Logger;
}

/** A consumer and its supervisor: checks the positions, reads, and starts again after a crash or when topics come or go. */
export class KafkaConsumption implements Consumption {
  readonly #broker: Broker;
  readonly #request: ConsumeRequest;
  readonly #stopping = new AbortController();
  readonly #ended: Promise<void>;
  #health: ConsumerHealth = { state: 'starting' };
  #progress = new ReadProgress([], []);
  #crashes = 0;

  constructor(broker: Broker, request: ConsumeRequest) {
    this.#broker = broker;
    this.#request = request;
    this.#ended = this.#supervise();
  }

  health(): ConsumerHealth {
    return this.#health;
  }

  lag(): ReturnType<Consumption['lag']> {
    return this.#progress.lag();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ended;
    this.#health = { state: 'stopped' };
  }

  async #supervise(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted && this.#health.state !== 'halted') {
      try {
        await this.#readOnce();
      } catch (err) {
        this.#health = { state: 'starting' };
        const restartDelayMs = Math.min(RESTART_DELAY_MS_MIN * 2 ** this.#crashes++, RESTART_DELAY_MS_MAX);
        this.#broker.log.warn({ err, group: this.#request.group, restartDelayMs }, 'a consumer cannot read and starts again');
        await waitOr(signal, restartDelayMs);
      }
    }
  }

  /** Reads until a crash, the stop, or a change of the topics. */
  async #readOnce(): Promise<void> {
    const plan = await planReading(this.#broker.admin, this.#request, this.#progress.positions());
    const lost = findLostPosition(plan.positions, plan.ranges);
    if (lost) {
      this.#health = { state: 'halted', reason: lost };
      this.#broker.log.error({ group: this.#request.group }, lost);
      return;
    }
    this.#progress = new ReadProgress(plan.ranges, plan.positions);
    const session = new AbortController();
    const over = AbortSignal.any([this.#stopping.signal, session.signal]);
    const changed = this.#untilTopicsChange(plan, over);
    try {
      // A broker that is slow to list its topics must not keep a stop waiting: meanwhile another batch would be handed over.
      await this.#read(plan, Promise.race([changed, untilAborted(over)]));
    } finally {
      session.abort();
      await changed;
    }
  }

  async #read({ topics }: ReadingPlan, ended: Promise<void>): Promise<void> {
    if (topics.size === 0) {
      this.#running();
      return ended;
    }
    const { group, positions } = this.#request;
    const sockets = new KafkaSockets();
    await readUntil(ended, {
      kafka: kafkaClient(this.#broker.credentials, this.#broker.log, sockets),
      // Positions kept beside the data belong to this instance alone: it reads every partition, whoever else bears the group's
      // name, and after a kill it need not wait until the broker has given its former self up.
      group: positions ? `${group}.${randomUUID()}` : group,
      topics: [...topics.keys()],
      progress: this.#progress,
      request: this.#request,
      log: this.#broker.log,
      onJoined: () => this.#running(),
    }).finally(() => sockets.cut());
  }

  #running(): void {
    this.#health = { state: 'running' };
    this.#crashes = 0;
  }

  async #untilTopicsChange({ topics }: ReadingPlan, signal: AbortSignal): Promise<void> {
    const { admin, log } = this.#broker;
    while (!signal.aborted) {
      await waitOr(signal, TOPICS_POLL_INTERVAL_MS);
      if (signal.aborted) return;
      try {
        const now = await admin.use((client) => listTopics(client, this.#request.topics));
        if (now.size !== topics.size || Array.from(now).some(([topic, partitions]) => topics.get(topic) !== partitions)) return;
      } catch (err) {
        // Without a broker the reading itself fails, and that decides what happens next.
        log.debug({ err }, 'the topics could not be listed');
      }
    }
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));
}

/** Resolves after the time, or at once when the signal comes. */
async function waitOr(signal: AbortSignal, timeMs: number): Promise<void> {
  try {
    await delay(timeMs, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
