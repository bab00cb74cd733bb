import { type Comparison, compareFigures, differs } from './compare/compare-figures.ts';
import { expectedFigures } from './compare/expected-figures.ts';
import type { YearPlan } from './plan/plan-year.ts';
import type { DemoPlatform } from './platform/demo-platform.ts';
import { stageOn } from './platform/running-year.ts';
import { playYear } from './play/play-year.ts';
import type { YearProgress } from './progress.ts';

export interface YearOutcome {
  readonly comparison: Comparison;
  /** Whether every figure that could be compared is what the script counted. */
  readonly agrees: boolean;
  /** Commands that took effect in this run. */
  readonly changes: number;
  /** From the first act to the last figure. */
  readonly seconds: number;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly progress?: YearProgress;
}

/** Plays a year on a platform and compares what reporting counts with what the script counts. */
export async function runYear(
  platform: DemoPlatform,
  plan: YearPlan,
  { signal = new AbortController().signal, progress }: RunOptions = {},
): Promise<YearOutcome> {
  const begun = performance.now();
  const stage = await stageOn(platform, plan, { signal, ...(progress && { onDone: () => progress.done() }) });
  try {
    await playYear(stage, progress ? { onAct: (...told) => progress.act(...told) } : {});
    progress?.stop();
    const comparison = await compareFigures(expectedFigures(plan), stage.requests);
    return {
      comparison,
      agrees: !comparison.rows.some(differs),
      changes: stage.requests.changes(),
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    progress?.stop();
    await stage.requests.close();
  }
}
