import type { Batch, Tracing } from '@xietong/runtime';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Ledger } from '../../intake/ledger.ts';
import type { TakenDecision } from '../../intake/parked.ts';
import type { MessageReader } from '../../intake/read-message.ts';
import { type Position, toWatermark } from '../../watermark/watermark.ts';
import { FactsFile } from '../facts-file/facts-file.ts';
import { Intake, type ParkedNotice } from '../intake/intake.ts';
import { readDecisions } from '../parking/decision-log.ts';
import { isRebuildUnderWay } from '../rebuild/one-rebuild.ts';
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
  /** Where absent, no span is made of a flush. */
  readonly tracing?: Pick<Tracing, 'span'>;
  /** How long a batch waits for a swap before it is rejected and has to come again. */
  readonly swapPatienceMs?: number;
}

// A service that stops waits for the batches in hand, which therefore do not wait for a swap that itself waits for Kafka.
const swapPatienceMsUnlessGiven = 5000;

/** What a rebuild begins with: how far it has to come, and what was decided about parked messages on the way. */
export interface Handover {
  readonly watermark: string;
  readonly decisions: readonly TakenDecision[];
}

/** `decisions` are those that a rebuilt generation takes again. */
export async function openGeneration(
  { folder, read, onParked, tracing }: Setting,
  name: string,
  decisions: readonly TakenDecision[] = [],
): Promise<Generation> {
  const file = await FactsFile.open(join(folder, name));
  try {
    return { name, file, intake: await Intake.open(file, read, onParked, decisions, tracing) };
  } catch (fault) {
    file.close();
    throw fault;
  }
}

/** The facts that answers and the consumer use. Another generation can take their place while both go on. */
export class CurrentFacts {
  readonly setting: Setting;
  #current: Generation;
  #swapping: Promise<unknown> | undefined;
  /** Since a rebuild was told what has been decided; more would be lost where it takes the current facts' place. One may have begun before this process. */
  #rebuild: 'none' | 'begun' | 'judged' = 'begun';
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

  get name(): string {
    return this.#current.name;
  }

  /** Rejects while another generation takes the current one's place for longer than a batch should wait. */
  handle(batch: Batch, traceparent?: string): Promise<void> {
    return this.#swapping ? this.#handleAfter(this.#swapping, batch, traceparent) : this.#current.intake.handle(batch, traceparent);
  }

  async #handleAfter(swapping: Promise<unknown>, batch: Batch, traceparent?: string): Promise<void> {
    const { swapPatienceMs = swapPatienceMsUnlessGiven } = this.setting;
    const over = await Promise.race([swapping.then(() => true), delay(swapPatienceMs, false, { ref: false })]);
    if (!over) throw new Error('the facts are being replaced by rebuilt ones');
    await this.handle(batch, traceparent);
  }

  positions(): Promise<Position[]> {
    return this.#current.intake.positions();
  }

  /** How far the facts have come, for a watermark. */
  reached(): Promise<Position[]> {
    return this.#current.intake.reached();
  }

  /** Tells a rebuild what it begins with. From then on nothing is decided about parked messages until it has ended. */
  handOver(): Promise<Handover> {
    const { intake, file } = this.#current;
    return intake.alone(async (ledger) => {
      const decisions = await readDecisions(file);
      this.#rebuild = 'begun';
      return { watermark: toWatermark(ledger.reached()), decisions };
    });
  }

  /** Runs what compares a rebuilt generation with the current one, and may put it in its place. */
  async whileJudged<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#rebuild = 'judged';
    try {
      return await work();
    } finally {
      this.#rebuild = 'none';
    }
  }

  /** Runs work that decides about parked messages, alone; `undefined` where a rebuild is under way. */
  decide<Result>(work: (generation: Generation, ledger: Ledger) => Promise<Result>): Promise<Result | undefined> {
    const generation = this.#current;
    return generation.intake.alone(async (ledger) => {
      if (await this.#isRebuilt()) return undefined;
      return work(generation, ledger);
    });
  }

  // A rebuild that was killed after it had begun says nothing any more, but its claim has ended with it.
  async #isRebuilt(): Promise<boolean> {
    if (this.#rebuild === 'begun' && !(await isRebuildUnderWay(this.setting.folder))) this.#rebuild = 'none';
    return this.#rebuild !== 'none';
  }

  counts(): Promise<Ledger['counts']> {
    return this.#current.intake.counts();
  }

  /**
   * Puts another generation in the current one's place. New batches wait meanwhile; `catchUp` takes the other one to where the current
   * one is, so that no watermark that was given out is ever ahead of the facts. Rejects only where the current one stays. Where the
   * replaced one cannot be removed, resolves to why: the next rebuild removes it.
   */
  async replaceBy(next: Generation, catchUp: (target: Position[]) => Promise<void>): Promise<string | undefined> {
    const replaced = this.#current;
    const { promise, resolve: goOn } = Promise.withResolvers<undefined>();
    this.#swapping = promise;
    try {
      await replaced.intake.idle();
      await catchUp(await replaced.intake.reached());
      await makeCurrent(this.setting.folder, next.name);
      this.#current = next;
    } finally {
      this.#swapping = undefined;
      goOn(undefined);
    }
    return this.#retire(replaced);
  }

  async #retire(replaced: Generation): Promise<string | undefined> {
    try {
      await this.#close(replaced);
      await removeGeneration(this.setting.folder, replaced.name);
      return undefined;
    } catch (fault) {
      return fault instanceof Error ? fault.message : String(fault);
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
