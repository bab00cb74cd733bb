import type { Logger } from 'pino';

interface Client {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

/**
 * A kafkajs client that connects when it is first needed and is made anew after any error: one that has lost its broker does
 * not always find it again, a new one does.
 */
export class RenewableClient<Kind extends Client> {
  readonly #make: () => Kind;
  readonly #log: Logger;
  #current: { readonly client: Kind; readonly connected: Promise<void> } | undefined;

  constructor(make: () => Kind, log: Logger) {
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
      void this.#hangUp(current.client);
      throw error;
    }
  }

  async close(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    if (!current) return;
    // kafkajs goes on connecting after a disconnect, and would keep the process alive.
    await Promise.allSettled([current.connected]);
    await this.#hangUp(current.client);
  }

  #connect(): { client: Kind; connected: Promise<void> } {
    const client = this.#make();
    return { client, connected: client.connect() };
  }

  async #hangUp(client: Kind): Promise<void> {
    try {
      await client.disconnect();
    } catch (err) {
      this.#log.debug({ err }, 'a discarded connection to the broker did not close cleanly');
    }
  }
}
