import { setTimeout as pause } from 'node:timers/promises';
import type { AgencyRef } from '@xietong/kernel';
import type { Random } from '@xietong/testing';
import { AcknowledgementFile, type TimedAcknowledgement } from './acknowledgement-file.ts';
import { type Order, OrderBook } from './order.ts';
import { type Answer, type Door, sendOrder } from './send-order.ts';

export interface DriverOptions {
  readonly agency: AgencyRef;
  /** Where to send the next request; asked each time, so that a client may go elsewhere. */
  readonly door: () => Door;
  readonly clients: number;
  /** What the names of the clients, and so their keys and projects, begin with. */
  readonly names: string;
  readonly random: Random;
  /** Where acknowledgements are written down. */
  readonly file: string;
  /** How long a client rests between two commands, at most; none unless given. */
  readonly restMsMax?: number;
}

/** What the clients met so far. */
export interface Tally {
  /** How often each status came; `no answer` where the connection broke. */
  readonly answers: Readonly<Record<string, number>>;
  /** Requests that were sent again with the same key. */
  readonly retries: number;
  /** Answers to a repeated key that had been carried out before. */
  readonly replays: number;
  /** What no client expects: a refusal of a sound command. */
  readonly refusals: readonly string[];
}

/** What the oracle asks of those who gave commands. */
export interface Clients {
  /** Resolves when each order was answered. */
  stop(): Promise<void>;
  readonly tally: Tally;
  acknowledgements(): TimedAcknowledgement[];
}

/** Several clients that give commands; each writes down an acknowledgement before it goes on, and repeats what was not answered. */
export class Driver implements Clients {
  readonly #options: DriverOptions;
  readonly #file: AcknowledgementFile;
  readonly #answers = new Map<string, number>();
  readonly #refusals: string[] = [];
  readonly #inFlight = new Map<string, Order>();
  #retries = 0;
  #replays = 0;
  #stopping = false;
  #clients: Promise<unknown> = Promise.resolve();

  constructor(options: DriverOptions) {
    this.#options = options;
    this.#file = new AcknowledgementFile(options.file);
  }

  start(): void {
    const { agency, clients, names, random } = this.#options;
    const shared = new Map<string, string>();
    const books = Array.from({ length: clients }, (_, n) => new OrderBook(agency, `${names}${n}`, random.fork(`client ${n}`), shared));
    this.#stopping = false;
    this.#clients = Promise.all(books.map((book, n) => this.#client(book, random.fork(`pauses of client ${n}`))));
  }

  /** Lets every client finish what it has begun: resolves when each order was answered. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#clients;
  }

  /** Orders that were sent and are not answered. */
  get inFlight(): readonly Order[] {
    return [...this.#inFlight.values()];
  }

  get tally(): Tally {
    return {
      answers: Object.fromEntries(this.#answers),
      retries: this.#retries,
      replays: this.#replays,
      refusals: [...new Set(this.#refusals)],
    };
  }

  acknowledgements(): TimedAcknowledgement[] {
    return this.#file.read();
  }

  async #client(book: OrderBook, random: Random): Promise<void> {
    const { restMsMax = 0 } = this.#options;
    while (!this.#stopping) {
      await this.give(book.next(), random);
      if (restMsMax > 0) await pause(random.whole(restMsMax));
    }
  }

  /** Sends one order until it is answered, as each client does with its own. */
  async give(order: Order, random: Random = this.#options.random.fork(order.key)): Promise<void> {
    this.#inFlight.set(order.key, order);
    for (;;) {
      const answer = await sendOrder(order, this.#options.door());
      this.#count(answer);
      if (answer.kind === 'acknowledged')
        this.#file.write({ key: order.key, subject: order.subject, version: answer.version, atMs: Date.now() });
      if (answer.kind === 'refused') this.#refusals.push(`${order.path}: ${answer.status} ${answer.code}`);
      if (answer.kind !== 'later') break;
      this.#retries += 1;
      await pause(20 + random.whole(180));
    }
    this.#inFlight.delete(order.key);
  }

  #count(answer: Answer): void {
    this.#answers.set(String(answer.status), (this.#answers.get(String(answer.status)) ?? 0) + 1);
    if (answer.kind === 'acknowledged' && answer.replayed) this.#replays += 1;
  }
}
