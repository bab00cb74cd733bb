import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenIssuer } from '@xietong/runtime/testing';
import { enginesUnderTest } from '@xietong/testing';
import { runScenarios } from './run-scenarios.ts';
import { scenarios } from './scenarios.ts';

/**
 * The engines are everybody's here, so only services are killed: reporting twenty times a point; projects less often, since its write path is killed
 * twenty times a point by `kills.int.spec.ts`. `npm run faults` breaks the engines as well, and kills more often.
 */
const short = [
  [1, 6],
  [2, 20],
  [5, 8],
  [7, 1],
] as const;
// Sixty kills of reporting, on a machine that has other work; only what hangs takes so long.
const hangsAfterMs = 900_000;

describe('a platform that is broken on purpose', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-faults-'));
  const engines = enginesUnderTest();
  const seed = Number(process.env['XIETONG_TEST_SEED'] ?? Date.now() % 1_000_000);
  let issuer: TokenIssuer;

  beforeAll(async () => {
    issuer = await TokenIssuer.start();
  });
  afterAll(async () => {
    await issuer.stop();
    rmSync(folder, { recursive: true });
  });

  const cases = short.map(([number, kills]) => ({ number, kills, ...scenarioOf(number) }));
  it.each(cases)(
    'holds its promise $number: $sentence',
    async ({ scenario, kills }) => {
      const stage = { engines, issuer, folder, seed, kills, long: false, report: () => undefined };
      const [verdict] = await runScenarios([scenario], stage, () => undefined);
      expect({ seed, findings: verdict?.findings }).toEqual({ seed, findings: [] });
    },
    hangsAfterMs,
  );
});

function scenarioOf(number: number) {
  const scenario = scenarios.find((each) => each.number === number);
  if (!scenario) throw new Error(`there is no scenario ${number}`);
  return { scenario, sentence: scenario.sentence };
}
