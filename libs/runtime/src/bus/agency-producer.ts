import { Partitioners } from 'kafkajs';
import type { Message, Producer } from 'kafkajs';
import type { Logger } from 'pino';
import type { OutgoingMessage } from './bus.ts';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaCredentials } from './kafka-client.ts';
import { RenewableClient } from './renewable-client.ts';
import { SendFault } from './send-fault.ts';

interface Waiting {
  readonly messages: readonly OutgoingMessage[];
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
}

/** The messages of one request by their topics. */
type Request = Map<string, Message[]>;

// Kafka's default limit is 1 MiB for what one request brings to one partition, and one key can fill a request.
const REQUEST_BYTES_MAX = 900_000;

/** Sends one agency's events in the order given: one request in flight, and what waits meanwhile goes together in the next. */
export class AgencyProducer {
  readonly #principal: string;
  readonly #producer: RenewableClient<Producer>;
  #waiting: Waiting[] = [];
  #sending = false;
  #sent = Promise.resolve();

  constructor(credentials: KafkaCredentials, log: Logger) {
    this.#principal = credentials.username;
    const options = { idempotent: true, allowAutoTopicCreation: false, createPartitioner: Partitioners.DefaultPartitioner };
    this.#producer = new RenewableClient((sockets) => kafkaClient(credentials, log, sockets).producer(options), log);
  }

  publish(messages: readonly OutgoingMessage[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ messages, resolve, reject });
      if (!this.#sending) this.#sent = this.#sendWhatWaits();
    });
  }

  /** Sends what still waits, then hangs up. */
  async close(): Promise<void> {
    await this.#sent;
    await this.#producer.close();
  }

  async #sendWhatWaits(): Promise<void> {
    this.#sending = true;
    for (let group = this.#take(); group.length > 0; group = this.#take()) {
      try {
        for (const request of toRequests(group.flatMap(({ messages }) => messages))) await this.#send(request);
        for (const { resolve } of group) resolve();
      } catch (fault) {
        // What waited behind must not overtake what failed: its sender decides anew about all of it.
        for (const { reject } of [...group, ...this.#take()]) reject(fault);
      }
    }
    this.#sending = false;
  }

  #take(): Waiting[] {
    return this.#waiting.splice(0);
  }

  async #send(request: Request): Promise<void> {
    const topicMessages = Array.from(request, ([topic, messages]) => ({ topic, messages }));
    try {
      await this.#producer.use((producer) => producer.sendBatch({ acks: -1, topicMessages }));
    } catch (error) {
      throw new SendFault(this.#principal, [...request.keys()], error);
    }
  }
}

function toRequests(messages: readonly OutgoingMessage[]): Request[] {
  const requests: Request[] = [];
  let request: Request = new Map();
  let bytes = REQUEST_BYTES_MAX;
  for (const { topic, key, value, headers } of messages) {
    const size = Buffer.byteLength(value);
    if (bytes + size > REQUEST_BYTES_MAX) {
      request = new Map();
      requests.push(request);
      bytes = 0;
    }
    bytes += size;
    const message: Message = { key, value, ...(headers && { headers }) };
    const same = request.get(topic);
    if (same) same.push(message);
    else request.set(topic, [message]);
  }
  return requests;
}
