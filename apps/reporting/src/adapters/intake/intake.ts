import { type Batch, noTracing, type Tracing } from '@xietong/runtime';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { admit } from '../../intake/admit.ts';
import { Flush } from '../../intake/flush.ts';
import type { Ledger } from '../../intake/ledger.ts';
import type { ArrivedEntry, TakenDecision } from '../../intake/parked.ts';
import type { MessageReader } from '../../intake/read-message.ts';
import type { Position } from '../../watermark/watermark.ts';
import type { FactsFile } from '../facts-file/facts-file.ts';
import { DecisionsToCome } from '../parking/decision-log.ts';
import { takeDecision } from '../parking/take-decision.ts';

interface BatchWork {
  readonly batch: Batch;
  /** The span in which it is taken. */
  readonly traceparent: string | undefined;
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
}

/** Work that has ledger and file to itself. It settles a promise of its own, and answers whether the ledger still says what the file does. */
type AloneWork = (load: () => Promise<Ledger>) => Promise<boolean>;

/** Told of what was parked, once it is on disk. */
export type ParkedNotice = (parked: readonly ArrivedEntry[]) => void;

const messagesPerFlush = 5000;
// A transaction has to fit into the memory of the database. A batch of long texts may need several.
const bytesPerFlush = 8_000_000;
// The first event after a silence is written at once. Under load a flush of a few events costs as much as one of hundreds (3 ms),
// so small ones keep this distance; a figure is still visible within 60 ms.
const flushIntervalMs = 20;
const fullEnough = 1000;

/** Takes batches of all partitions into the facts file: one loop, one transaction a flush, unless texts are long. A batch resolves when it is on disk. */
export class Intake {
  readonly #file: FactsFile;
  readonly #read: MessageReader;
  readonly #onParked: ParkedNotice;
  readonly #tracing: Pick<Tracing, 'span'>;
  #ledger: Ledger | undefined;
  #queue: (BatchWork | AloneWork)[] = [];
  readonly #decisions: DecisionsToCome;
  #loop: Promise<void> | undefined;

  private constructor(
    file: FactsFile,
    read: MessageReader,
    onParked: ParkedNotice,
    ledger: Ledger,
    decisions: DecisionsToCome,
    tracing: Pick<Tracing, 'span'>,
  ) {
    this.#file = file;
    this.#read = read;
    this.#onParked = onParked;
    this.#ledger = ledger;
    this.#decisions = decisions;
    this.#tracing = tracing;
  }

  /** `decisions` are those of another file that this one, still empty, takes again at their places. */
  static async open(
    file: FactsFile,
    read: MessageReader,
    onParked: ParkedNotice,
    decisions: readonly TakenDecision[] = [],
    tracing: Pick<Tracing, 'span'> = noTracing,
  ): Promise<Intake> {
    return new Intake(file, read, onParked, await file.loadLedger(read), new DecisionsToCome(decisions), tracing);
  }

  /** Resolves when the batch is written. Rejects when not all of it could be; what was written is passed over when it comes again. */
  handle(batch: Batch, traceparent?: string): Promise<void> {
    return new Promise((resolve, reject) => this.#put({ batch, traceparent, resolve, reject }));
  }

  /** Runs work between two flushes: nothing else changes the ledger or the file until it is done. */
  alone<Result>(work: (ledger: Ledger) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#put((load) =>
        load()
          .then(work)
          .then(
            (result) => {
              resolve(result);
              return true;
            },
            (fault: unknown) => {
              reject(fault);
              return false;
            },
          ),
      );
    });
  }

  /** Takes a decision; only for work that is `alone`. */
  take(ledger: Ledger, decision: TakenDecision): ReturnType<typeof takeDecision> {
    return takeDecision(this.#file, this.#read, ledger, decision);
  }

  #put(work: BatchWork | AloneWork): void {
    this.#queue.push(work);
    this.#loop ??= this.#doWhatWaits();
  }

  /** Resolves when nothing waits to be written. */
  async idle(): Promise<void> {
    await this.#loop;
  }

  /** How far the facts have come, for a watermark. */
  async reached(): Promise<Position[]> {
    return (await this.#loaded()).reached();
  }

  /** Where to read on, as the file has it. */
  async positions(): Promise<Position[]> {
    return (await this.#loaded()).positions();
  }

  /** Events applied, events waiting for an earlier one of their aggregate, messages parked. */
  async counts(): Promise<Ledger['counts']> {
    return { ...(await this.#loaded()).counts };
  }

  async #doWhatWaits(): Promise<void> {
    // One answer of the broker brings a batch of each partition, one after the other: they share a flush.
    await turn();
    for (let [first] = this.#queue; first; [first] = this.#queue) {
      if (typeof first === 'function') await this.#doAlone(first);
      else await this.#flushBatches();
    }
    this.#loop = undefined;
  }

  async #doAlone(work: AloneWork): Promise<void> {
    this.#queue.shift();
    if (!(await work(() => this.#loaded()))) this.#ledger = undefined;
  }

  async #flushBatches(): Promise<void> {
    const earliestNext = performance.now() + flushIntervalMs;
    const works = this.#batchesOfAFlush();
    await this.#inSpan(works, () => this.#flush(works));
    const waiting = this.#queue.reduce((messages, work) => messages + ('batch' in work ? work.batch.messages.length : fullEnough), 0);
    if (waiting > 0 && waiting < fullEnough) await delay(Math.max(0, earliestNext - performance.now()));
  }

  #batchesOfAFlush(): BatchWork[] {
    const taken: BatchWork[] = [];
    let messages = 0;
    for (let [first] = this.#queue; first && 'batch' in first && messages < messagesPerFlush; [first] = this.#queue) {
      messages += first.batch.messages.length;
      taken.push(first);
      this.#queue.shift();
    }
    return taken;
  }

  #inSpan(works: readonly BatchWork[], flush: () => Promise<void>): Promise<void> {
    const links = () => works.flatMap(({ traceparent }) => traceparent ?? []);
    return this.#tracing.span('flush', { links, attributes: { context: 'reporting', batches: works.length } }, flush);
  }

  async #flush(works: readonly BatchWork[]): Promise<void> {
    try {
      const ledger = await this.#loaded();
      let [flush, bytes] = [new Flush(), 0];
      for (const { batch } of works) {
        const partition = ledger.partition(batch.topic, batch.partition);
        for (const message of batch.messages) {
          admit(ledger, this.#read, partition, message, flush);
          bytes += message.value.length;
          const due = this.#decisions.due(partition.topic, partition.number, partition.next);
          if (bytes < bytesPerFlush && due.length === 0) continue;
          await this.#write(ledger, flush);
          for (const decision of due) {
            await this.take(ledger, decision);
            this.#decisions.taken(decision);
          }
          [flush, bytes] = [new Flush(), 0];
        }
      }
      await this.#write(ledger, flush);
      for (const { resolve } of works) resolve();
    } catch (fault) {
      this.#ledger = undefined;
      for (const { reject } of works) reject(fault);
    }
  }

  async #write(ledger: Ledger, flush: Flush): Promise<void> {
    if (flush.partitions.size > 0) await this.#file.write(ledger, flush);
    if (flush.parked.length > 0) this.#onParked(flush.parked);
  }

  // A ledger that ran ahead of the file was thrown away; the file knows what is true.
  async #loaded(): Promise<Ledger> {
    return (this.#ledger ??= await this.#file.loadLedger(this.#read));
  }
}
