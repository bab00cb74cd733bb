import type { Bus } from '@xietong/runtime';
import { type CurrentFacts, openGeneration } from '../generations/current-facts.ts';
import { compareFacts, type Comparison } from './compare-facts.ts';
import { replay } from './replay.ts';

/** What came of a rebuild: the comparison, and whether the rebuilt file counts from now on. */
export interface Verdict extends Comparison {
  readonly generation: string;
  readonly swapped: boolean;
}

/**
 * Compares a rebuilt generation with the current one at a watermark that both have reached. Where they agree it is brought up to date
 * and takes the current one's place.
 */
export async function judge(current: CurrentFacts, bus: Pick<Bus, 'consume'>, name: string, watermark: string): Promise<Verdict> {
  const rebuilt = await openGeneration(current.setting, name);
  let swapped = false;
  try {
    const comparison = await current.read((running) => compareFacts(running, rebuilt.file, watermark));
    if (comparison.differences.length === 0) {
      await current.replaceBy(rebuilt, (target) => replay(bus, rebuilt.intake, target));
      swapped = true;
    }
    return { ...comparison, generation: name, swapped };
  } finally {
    if (!swapped) rebuilt.file.close();
  }
}
