import type { Batch } from '@xietong/runtime';
import { setTimeout as delay } from 'node:timers/promises';
import { admit } from '../../intake/admit.ts';
import { Flush, type ParkedRow } from '../../intake/flush.ts';
import type { Ledger } from '../../intake/ledger.ts';
import type { MessageReader } from '../../intake/read-message.ts';
import type { Position } from '../../watermark/watermark.ts';
import type { FactsFile } from '../facts-file/facts-file.ts';

interface Work {
  readonly batch: Batch;
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
}

/** Told of what was parked, once it is on disk. */
export type ParkedNotice = (parked: readonly ParkedRow[]) => void;

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
  #ledger: Ledger | undefined;
  #queue: Work[] = [];
  #loop: Promise<void> | undefined;

  private constructor(file: FactsFile, read: MessageReader, onParked: ParkedNotice, ledger: Ledger) {
    this.#file = file;
    this.#read = read;
    this.#onParked = onParked;
    this.#ledger = ledger;
  }

  static async open(file: FactsFile, read: MessageReader, onParked: ParkedNotice): Promise<Intake> {
    return new Intake(file, read, onParked, await file.loadLedger(read));
  }

  /** Resolves when the batch is written. Rejects when not all of it could be; what was written is passed over when it comes again. */
  handle(batch: Batch): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ batch, resolve, reject });
      this.#loop ??= this.#flushWhatWaits();
    });
  }

  /** Resolves when nothing waits to be written. */
  async idle(): Promise<void> {
    await this.#loop;
  }

  /** Where to read on, as the file has it. */
  async positions(): Promise<Position[]> {
    return (await this.#loaded()).positions();
  }

  /** Events applied, events waiting for an earlier one of their aggregate, messages parked. */
  async counts(): Promise<Ledger['counts']> {
    return { ...(await this.#loaded()).counts };
  }

  async #flushWhatWaits(): Promise<void> {
    while (this.#queue.length > 0) {
      const earliestNext = performance.now() + flushIntervalMs;
      await this.#flush(this.#take());
      const waiting = this.#queue.reduce((messages, { batch }) => messages + batch.messages.length, 0);
      if (waiting > 0 && waiting < fullEnough) await delay(Math.max(0, earliestNext - performance.now()));
    }
    this.#loop = undefined;
  }

  #take(): Work[] {
    let messages = 0;
    const enough = this.#queue.findIndex(({ batch }) => (messages += batch.messages.length) >= messagesPerFlush);
    return this.#queue.splice(0, enough === -1 ? this.#queue.length : enough + 1);
  }

  async #flush(works: readonly Work[]): Promise<void> {
    try {
      const ledger = await this.#loaded();
      let [flush, bytes] = [new Flush(), 0];
      for (const { batch } of works) {
        const partition = ledger.partition(batch.topic, batch.partition);
        for (const message of batch.messages) {
          admit(ledger, this.#read, partition, message, flush);
          bytes += message.value.length;
          if (bytes < bytesPerFlush) continue;
          await this.#write(ledger, flush);
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
