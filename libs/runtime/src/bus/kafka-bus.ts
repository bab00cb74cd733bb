import type { Admin } from 'kafkajs';
import type { Logger } from 'pino';
import type { Agency } from '../config/agencies.ts';
import { topicOf } from '../config/agencies.ts';
import { AgencyProducer } from './agency-producer.ts';
import type { Bus, ConsumeRequest, Consumption, OutgoingMessage } from './bus.ts';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaCredentials } from './kafka-client.ts';
import { KafkaConsumption } from './kafka-consumption.ts';
import { RenewableClient } from './renewable-client.ts';

const PING_TIMEOUT_MS = 1000;

/** `credentials` are the service's own, for reading; each agency's events are written with that agency's. */
export interface KafkaBusOptions {
  readonly credentials: KafkaCredentials;
  readonly agencies: readonly Pick<Agency, 'ref' | 'kafka'>[];
  readonly log: Logger;
}

/** The bus on Kafka. Nothing connects before it is needed, and a broker that is away is waited for, not fatal. */
export class KafkaBus implements Bus {
  readonly #credentials: KafkaCredentials;
  readonly #log: Logger;
  readonly #admin: RenewableClient<Admin>;
  readonly #producers: ReadonlyMap<string, AgencyProducer>;
  readonly #consumptions = new Set<Consumption>();

  constructor({ credentials, agencies, log }: KafkaBusOptions) {
    this.#credentials = credentials;
    this.#log = log;
    this.#admin = new RenewableClient((sockets) => kafkaClient(credentials, log, sockets).admin(), log);
    this.#producers = new Map(
      agencies.map(({ ref, kafka }) => [topicOf(ref, ''), new AgencyProducer({ brokers: credentials.brokers, ...kafka }, log)]),
    );
  }

  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    // Everything is assigned before anything is sent; and a rejection comes when nothing is in flight any more.
    const byProducer = Map.groupBy(messages, ({ topic }) => this.#producerOf(topic));
    const results = await Promise.allSettled(Array.from(byProducer, ([producer, own]) => producer.publish(own)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  consume(request: ConsumeRequest): Promise<Consumption> {
    const consumption = new KafkaConsumption({ credentials: this.#credentials, admin: this.#admin, log: this.#log }, request);
    this.#consumptions.add(consumption);
    return Promise.resolve(consumption);
  }

  async ping(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`the broker did not answer within ${PING_TIMEOUT_MS} ms`)), PING_TIMEOUT_MS);
    });
    const answer = this.#admin.use((client) => client.describeCluster());
    try {
      await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#consumptions, (consumption) => consumption.stop()));
    await Promise.all(Array.from(this.#producers.values(), (producer) => producer.close()));
    await this.#admin.close();
  }

  #producerOf(topic: string): AgencyProducer {
    const producer = this.#producers.get(topic.slice(0, topic.lastIndexOf('.') + 1));
    if (!producer) throw new Error(`no agency of this deployment owns the topic ${topic}: add its agency to the agencies file`);
    return producer;
  }
}
