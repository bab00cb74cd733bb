import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import type { Session } from './session.ts';
import { oneFailed, sumOf, type Tally } from './tally.ts';

const reporter = ['--ci', '--reporters=default', `--reporters=${join(import.meta.dirname, 'jest-tally-reporter.ts')}`];

/** All `*.spec.ts`, project by project through Nx; never from its cache, which keeps no counts. */
export const testUnits = (session: Session): Promise<Tally> =>
  runJest(session, 'unit tests', 'nx', ['run-many', '-t', 'test', '--skip-nx-cache', ...reporter]);

/** All `*.int.spec.ts`; the environment says where the engines are. */
export const testIntegration = (session: Session, env: Readonly<Record<string, string>>): Promise<Tally> =>
  runJest(session, 'integration tests', 'jest', ['--config', 'jest.integration.config.mjs', ...everywhere, ...reporter], env);

/** All `*.e2e.spec.ts`; the environment says where the platform is. */
export const testEndToEnd = (session: Session, env: Readonly<Record<string, string>>): Promise<Tally> =>
  runJest(session, 'end-to-end tests', 'jest', ['--config', 'jest.e2e.config.mjs', ...everywhere, ...reporter], env);

const everywhere = ['--roots=apps', '--roots=libs', '--roots=tools', '--passWithNoTests=false'];

async function runJest(
  session: Session,
  what: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'xietong-tally-'));
  try {
    const { code, output } = await runCommand({
      program,
      args,
      signal: session.signal,
      env: { ...env, XIETONG_TALLY_DIR: folder },
      onLine: (line) => {
        if (/^(PASS|FAIL) /.test(line)) session.say(line);
      },
    });
    const tally = sumOf(readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Tally));
    if (tally.failures.length > 0 || (code === 0 && tally.passed > 0)) return tally;
    // It failed on its way to a test, for example in a project that has none.
    return sumOf([tally, oneFailed(what, `${program} ${args.join(' ')}\nended with ${code} and without a failed test\n${output}`)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
