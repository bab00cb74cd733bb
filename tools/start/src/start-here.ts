import type { BringUpOptions } from './bring-up.ts';
import { bringUpInChild } from './bring-up-in-child.ts';
import { PlatformRun } from './platform-run.ts';
import { enginesDirOf, usualStateDir } from './state-files.ts';
import { superviseEngines } from './supervised-engines.ts';

/** What a start tells the process that waits for it, where there is one (`npm start -- --detach`). */
export type Message = { readonly line: string } | { readonly up: string } | { readonly failed: string };

/** In a terminal one Ctrl-C arrives twice, from it and from the bootstrap; only a later one is impatience. */
const impatientAfterMs = 2_000;
const interrupted = 130;

/** Brings the platform up and watches over it until a signal comes; resolves once it is up, or with exit code 1 where it is not. */
export async function startHere(options: Pick<BringUpOptions, 'seed' | 'with'>): Promise<void> {
  const run = await PlatformRun.begin(usualStateDir, report);
  let up = false;
  let endingSinceMs: number | undefined;
  const end = async () => {
    endingSinceMs = Date.now();
    report('stopping ...');
    await run.end();
    process.exit(up ? 0 : interrupted);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (endingSinceMs === undefined) void end();
      else if (Date.now() - endingSinceMs > impatientAfterMs) process.exit(interrupted);
    });
  }
  try {
    const block = await bringUpInChild(run, options, report);
    up = true;
    console.log(`${block}\nCtrl-C stops all of it.`);
    tell({ up: block });
    void superviseEngines(enginesDirOf(usualStateDir), { report, signal: run.signal });
    if (process.connected) process.disconnect();
  } catch (fault) {
    if (endingSinceMs !== undefined) return;
    const words = fault instanceof Error ? fault.message : String(fault);
    console.error(words);
    tell({ failed: words });
    await run.end();
    process.exit(1);
  }
}

function report(line: string): void {
  console.log(line);
  tell({ line });
}

const tell = (message: Message): void => {
  if (process.connected) process.send?.(message);
};
