import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type JestRun, toTally } from './jest-tally.ts';
import { root } from './root.ts';
import { oneFailed, sumOf } from './tally.ts';

const lingerMsMax = 20_000;

/** Leaves the count of a run in a folder, for Nx starts one Jest a project and passes on no file name of its own for each. */
export default class JestTallyReporter {
  readonly #rootDir: string;

  constructor({ rootDir }: { rootDir: string }) {
    this.#rootDir = rootDir;
  }

  onRunComplete(_contexts: unknown, run: JestRun): void {
    const folder = process.env['XIETONG_TALLY_DIR'];
    if (!folder) throw new Error('XIETONG_TALLY_DIR says where the counts go');
    const file = join(folder, `${randomUUID()}.json`);
    const tally = toTally(run, root);
    writeFileSync(file, JSON.stringify(tally));

    // Does not keep the process alive: it only fires where something that a test left open does.
    setTimeout(() => {
      const held = process.getActiveResourcesInfo().join(', ');
      const lingering = oneFailed(
        `tests in ${relative(root, this.#rootDir) || '.'}`,
        `have ended, but what they left open keeps Jest alive: ${held}`,
      );
      writeFileSync(file, JSON.stringify(sumOf([tally, lingering])));
      process.exit(1);
    }, lingerMsMax).unref();
  }
}
