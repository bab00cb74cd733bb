import type { Bus } from '@xietong/runtime';
import { type CurrentFacts, type Generation, openGeneration } from '../generations/current-facts.ts';
import { removeGeneration } from '../generations/generations.ts';
import { takeOverParkedTimes } from '../parking/parked-times.ts';
import { compareFacts, type Comparison } from './compare-facts.ts';
import { type Patience, replay } from './replay.ts';

/** What came of a rebuild: the comparison, and whether the rebuilt file counts from now on. */
export interface Verdict extends Comparison {
  readonly generation: string;
  readonly swapped: boolean;
  /** Why the files that were replaced could not be removed. */
  readonly leftBehind?: string;
}

/**
 * Compares a rebuilt generation with the current one at a watermark that both have reached. Where they agree it is brought up to date
 * and takes the current one's place; in every other case it is removed. So who hands a generation over leaves it alone from then on.
 */
export async function judge(
  current: CurrentFacts,
  bus: Pick<Bus, 'consume'>,
  name: string,
  watermark: string,
  patience?: Patience,
): Promise<Verdict> {
  if (name === current.name) throw new Error(`generation ${name} is the current one and cannot be judged by itself`);
  return current.whileJudged(async () => {
    let rebuilt: Generation | undefined;
    try {
      rebuilt = await openGeneration(current.setting, name);
      return await compareAndSwap(current, rebuilt, watermark, bus, patience);
    } finally {
      if (current.name !== name) await discard(current, name, rebuilt);
    }
  });
}

async function compareAndSwap(
  current: CurrentFacts,
  rebuilt: Generation,
  watermark: string,
  bus: Pick<Bus, 'consume'>,
  patience: Patience | undefined,
): Promise<Verdict> {
  const comparison = await current.read((running) => compareFacts(running, rebuilt.file, watermark));
  const verdict = { ...comparison, generation: rebuilt.name };
  if (comparison.differences.length > 0) return { ...verdict, swapped: false };
  const leftBehind = await current.replaceBy(rebuilt, async (target) => {
    await replay(bus, rebuilt.intake, target, patience);
    await current.read((running) => takeOverParkedTimes(running, rebuilt));
  });
  return { ...verdict, swapped: true, ...(leftBehind !== undefined && { leftBehind }) };
}

async function discard({ setting }: CurrentFacts, name: string, opened: Generation | undefined): Promise<void> {
  await opened?.intake.idle();
  opened?.file.close();
  await removeGeneration(setting.folder, name);
}
