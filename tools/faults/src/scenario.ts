import type { World } from './world/world.ts';

/** What came of a scenario that ran to its end. */
export interface Outcome {
  /** How often the fault bit, by what was seen of it: kills, retries, duplicates in the topic. */
  readonly bites: Readonly<Record<string, number>>;
  /** Which of the bites must not be 0: without them the fault never bit, and the scenario proves nothing. */
  readonly mustBite: readonly string[];
  /** Figures of what was tested: acknowledged commands, events, what was applied. */
  readonly figures: Readonly<Record<string, number>>;
  /** What is wrong, each in a sentence. */
  readonly findings: readonly string[];
}

export interface Scenario {
  /** Its number in the list of checks. */
  readonly number: number;
  /** What holds although the fault bites, for the terminal and the report. */
  readonly sentence: string;
  run(world: World): Promise<Outcome>;
}
