import type { Logger } from 'pino';
import { KafkaSockets } from './kafka-sockets.ts';

interface Client {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

/** A client with what it holds open. */
interface Connected<Kind> {
  readonly client: Kind;
  readonly sockets: KafkaSockets;
  readonly connected: Promise<void>;
}

/** A client that has lost its broker may wait for an answer that never comes. */
const hangUpMsMax = 2_000;

/**
 * A kafkajs client that connects when it is first needed and is made anew after any error: one that has lost its broker does
 * not always find it again, a new one does.
 */
export class RenewableClient<Kind extends Client> {
  readonly #make: (sockets: KafkaSockets) => Kind;
  readonly #log: Logger;
  #current: Connected<Kind> | undefined;

  constructor(make: (sockets: KafkaSockets) => Kind, log: Logger) {
    this.#make = make;
    this.#log = log;
  }

  /** Runs the work on a connected client. The error of the work, or of the connecting, is thrown on. */
  async use<Result>(work: (client: Kind) => Promise<Result>): Promise<Result> {
    const current = (this.#current ??= this.#connect());
    try {
      await current.connected;
      return await work(current.client);
    } catch (error) {
      // Several at once may fail on one client; a newer one stays. Nobody waits for the old one to hang up.
      if (this.#current === current) this.#current = undefined;
      void this.#hangUp(current);
      throw error;
    }
  }

  async close(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    if (!current) return;
    await Promise.allSettled([current.connected]);
    await this.#hangUp(current);
  }

  #connect(): Connected<Kind> {
    const sockets = new KafkaSockets();
    const client = this.#make(sockets);
    return { client, sockets, connected: client.connect() };
  }

  async #hangUp({ client, sockets }: Connected<Kind>): Promise<void> {
    const late = setTimeout(() => sockets.cut(), hangUpMsMax);
    try {
      await client.disconnect();
    } catch (err) {
      this.#log.debug({ err }, 'a discarded connection to the broker did not close cleanly');
    } finally {
      clearTimeout(late);
      sockets.cut();
    }
  }
}
