import { runCommand } from './command.ts';
import type { Session } from './session.ts';
import { oneFailed, onePassed, type Tally } from './tally.ts';
import { testUnits } from './jest-steps.ts';
import { checkPlantedViolations } from './planted-violations.ts';

/** What needs no engine: formatting, lint, the planted violations, types, unit tests. */
export async function checkCode(session: Session): Promise<void> {
  await session.check('formatting', () => passes(session, 'formatting', 'prettier', ['--check', '.']));
  await session.check('lint', () => passes(session, 'lint', 'nx', ['run-many', '-t', 'lint']));
  await session.check('planted violations', checkPlantedViolations);
  await session.check('types', () => passes(session, 'types', 'nx', ['run-many', '-t', 'typecheck']));
  await session.check('unit tests', () => testUnits(session));
}

async function passes({ signal }: Session, what: string, program: string, args: readonly string[]): Promise<Tally> {
  const { code, output } = await runCommand({ program, args, signal });
  return code === 0 ? onePassed : oneFailed(what, `${program} ${args.join(' ')}\n${output}`);
}
