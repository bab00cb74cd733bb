import type { Batch } from '@xietong/runtime';
import { join } from 'node:path';
import type { Ledger } from '../../intake/ledger.ts';
import type { MessageReader } from '../../intake/read-message.ts';
import type { Position } from '../../watermark/watermark.ts';
import { FactsFile } from '../facts-file/facts-file.ts';
import { Intake, type ParkedNotice } from '../intake/intake.ts';
import { beginGeneration, findCurrent, makeCurrent, removeGeneration } from './generations.ts';

/** The facts of one generation and what writes them. */
export interface Generation {
  readonly name: string;
  readonly file: FactsFile;
  readonly intake: Intake;
}

/** Where generations live and how messages are read into them. */
export interface Setting {
  readonly folder: string;
  readonly read: MessageReader;
  readonly onParked: ParkedNotice;
}

export async function openGeneration({ folder, read, onParked }: Setting, name: string): Promise<Generation> {
  const file = await FactsFile.open(join(folder, name));
  return { name, file, intake: await Intake.open(file, read, onParked) };
}

/** The facts that answers and the consumer use. Another generation can take their place while both go on. */
export class CurrentFacts {
  readonly setting: Setting;
  #current: Generation;
  #open: Promise<unknown> = Promise.resolve();
  #readers = new Map<Generation, Set<Promise<unknown>>>();

  private constructor(setting: Setting, current: Generation) {
    this.setting = setting;
    this.#current = current;
  }

  static async open(setting: Setting): Promise<CurrentFacts> {
    const known = await findCurrent(setting.folder);
    const name = known ?? (await beginGeneration(setting.folder));
    const generation = await openGeneration(setting, name);
    if (known === undefined) await makeCurrent(setting.folder, name);
    return new CurrentFacts(setting, generation);
  }

  /** Reads the current facts; they stay open until the work is done, whatever takes their place meanwhile. */
  read<Result>(work: (file: FactsFile) => Promise<Result>): Promise<Result> {
    const generation = this.#current;
    const readers = this.#readers.get(generation) ?? new Set();
    this.#readers.set(generation, readers);
    const reading = work(generation.file).finally(() => readers.delete(reading));
    readers.add(reading);
    return reading;
  }

  async handle(batch: Batch): Promise<void> {
    await this.#open;
    await this.#current.intake.handle(batch);
  }

  positions(): Promise<Position[]> {
    return this.#current.intake.positions();
  }

  counts(): Promise<Ledger['counts']> {
    return this.#current.intake.counts();
  }

  /**
   * Puts another generation in the current one's place. New batches wait meanwhile; `catchUp` takes the other one to where the current
   * one is, so that no watermark that was given out is ever ahead of the facts.
   */
  async replaceBy(next: Generation, catchUp: (target: Position[]) => Promise<void>): Promise<void> {
    const { promise, resolve: goOn } = Promise.withResolvers<unknown>();
    this.#open = promise;
    try {
      await this.#current.intake.idle();
      await catchUp(await this.#current.intake.positions());
      await makeCurrent(this.setting.folder, next.name);
      const replaced = this.#current;
      this.#current = next;
      await this.#close(replaced);
      await removeGeneration(this.setting.folder, replaced.name);
    } finally {
      goOn(undefined);
    }
  }

  async close(): Promise<void> {
    await this.#current.intake.idle();
    await this.#close(this.#current);
  }

  async #close(generation: Generation): Promise<void> {
    await Promise.allSettled([...(this.#readers.get(generation) ?? [])]);
    this.#readers.delete(generation);
    generation.file.close();
  }
}
