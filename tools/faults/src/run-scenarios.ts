import type { Outcome, Scenario } from './scenario.ts';
import { broken, toVerdict, type Verdict } from './verdict.ts';
import { type Stage, World } from './world/world.ts';

/** Runs the scenarios one after the other; one that fails or breaks does not keep the next from running. */
export async function runScenarios(scenarios: readonly Scenario[], stage: Stage, tell: (verdict: Verdict) => void): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const scenario of scenarios) {
    stage.report(`scenario ${scenario.number}: ${scenario.sentence}`);
    const startedAtMs = performance.now();
    const report = (line: string): void => stage.report(`  ${scenario.number}: ${line}`);
    const outcome = await runOne(scenario, { ...stage, report });
    const verdict = toVerdict(scenario, outcome, (performance.now() - startedAtMs) / 1000);
    tell(verdict);
    verdicts.push(verdict);
  }
  return verdicts;
}

async function runOne(scenario: Scenario, stage: Stage): Promise<Outcome> {
  try {
    const world = await World.open(stage, scenario.number);
    try {
      return await scenario.run(world);
    } finally {
      await stage.own?.heal();
      await world.close();
    }
  } catch (fault) {
    if (fault instanceof Error && fault.stack) stage.report(fault.stack);
    return broken(fault);
  }
}
