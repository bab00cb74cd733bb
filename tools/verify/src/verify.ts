import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCode } from './code-checks.ts';
import { renderFailures } from './failure-report.ts';
import { checkNothingIsLeft, markName } from './leftovers.ts';
import { checkOnEngines } from './on-engines.ts';
import { checkOnPlatform } from './on-platform.ts';
import { parsePartsToRun, type Part } from './options.ts';
import { newSession, type Session } from './session.ts';
import { exitCodeOf, summaryLine } from './tally.ts';

const partsOf: Record<Part, (session: Session, scratchDir: string) => Promise<void>> = {
  unit: checkCode,
  integration: checkOnEngines,
  e2e: checkOnPlatform,
};

async function verify(parts: readonly Part[]): Promise<number> {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupt.abort());
  const mark = randomUUID();
  process.env[markName] = mark;
  const scratchDir = mkdtempSync(join(tmpdir(), 'xietong-verify-'));
  const session = newSession(console.log, interrupt.signal, () => performance.now());

  for (const part of parts) await partsOf[part](session, scratchDir);
  await session.release('no process is left', () => checkNothingIsLeft(mark));

  const tally = session.tally();
  if (tally.failures.length === 0) rmSync(scratchDir, { recursive: true });
  else console.log(`\n${renderFailures(tally.failures)}\nWhat engines and services logged is in ${scratchDir}`);
  console.log(summaryLine(tally));
  return exitCodeOf(tally);
}

function askedFor(): readonly Part[] {
  try {
    return parsePartsToRun(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

// Not left to the event loop: a connection that somebody forgot must not keep a finished run alive.
process.exit(await verify(askedFor()));
