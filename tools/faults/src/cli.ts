import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeMachine, thisMachine } from '@xietong/bench/machine';
import { withOwnEngines } from '@xietong/engines';
import { TokenIssuer } from '@xietong/runtime/testing';
import { type Options, parseOptions, usage } from './options.ts';
import { keepVerdict } from './kept-verdicts.ts';
import type { RunFacts } from './report.ts';
import { runScenarios } from './run-scenarios.ts';
import { scenarios } from './scenarios.ts';
import { renderVerdict, type Verdict } from './verdict.ts';
import { breakable } from './world/engines.ts';
import { cloneDir } from './world/service-process.ts';

const report = (line: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);

function askedFor(): Options {
  try {
    return parseOptions(process.argv.slice(2), Date.now() % 1_000_000);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

async function breakThings(options: Options): Promise<readonly Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-faults-'));
  const stateDir = join(folder, 'engines');
  const issuer = await TokenIssuer.start();
  report(`seed ${options.seed}: the same blows come with --seed ${options.seed}`);
  const verdicts = await withOwnEngines({ stateDir, report }, (addresses) => {
    const { seed, kills, long } = options;
    const stage = { engines: addresses, own: breakable(stateDir, addresses), issuer, folder, seed, kills, long, report };
    const asked = scenarios.filter(({ number }) => options.only.includes(number));
    return runScenarios(asked, stage, (verdict) => tell(verdict, options));
  });
  await issuer.stop();
  if (verdicts.every(({ held }) => held)) rmSync(folder, { recursive: true });
  else report(`what engines and services logged is in ${folder}`);
  return verdicts;
}

function tell(verdict: Verdict, options: Options): void {
  console.log([renderVerdict(verdict), ...verdict.findings.slice(0, 20).map((finding) => `       ${finding}`)].join('\n'));
  if (options.write) keepVerdict(join(cloneDir, 'docs'), { ...verdict, run: factsOf(options) });
}

const factsOf = ({ seed, kills, long }: Options): RunFacts => ({
  date: new Date().toISOString().slice(0, 10),
  machine: describeMachine(thisMachine()),
  seed,
  kills,
  long,
});

const options = askedFor();
if (options.help) {
  console.log(usage);
  process.exit(0);
}
const verdicts = await breakThings(options);
if (options.report !== undefined) writeFileSync(options.report, `${JSON.stringify({ ...factsOf(options), verdicts }, null, 2)}\n`);
// Not left to the event loop: a connection that somebody forgot must not keep a finished run alive.
process.exit(verdicts.every(({ held }) => held) ? 0 : 1);
