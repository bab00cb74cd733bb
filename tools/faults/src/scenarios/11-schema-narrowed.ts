import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome, Scenario } from '../scenario.ts';
import { cloneDir } from '../world/service-process.ts';

/** A change to the contract that takes something away from those who read its events, and what the check must name. */
interface Narrowing {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly named: RegExp;
}

const narrowings: readonly Narrowing[] = [
  {
    what: 'a field is renamed',
    file: 'project-events.ts',
    from: 'late: z.boolean()',
    to: 'belated: z.boolean()',
    named: /data\.late is gone/,
  },
  {
    what: 'a field becomes required',
    file: 'registration.ts',
    from: 'endsOn: LocalDate.optional()',
    to: 'endsOn: LocalDate',
    named: /endsOn is missing from events of the past/,
  },
  {
    what: 'a text must be shorter',
    file: 'registration.ts',
    from: 'title: text(500)',
    to: 'title: text(50)',
    named: /title: maxLength has fallen/,
  },
  {
    what: 'a field may be missing',
    file: 'plan.ts',
    from: 'due: LocalDate,',
    to: 'due: LocalDate.optional(),',
    named: /due may now be missing/,
  },
];

/** Makes incompatible changes to a copy of a contract and runs the real golden check on it. */
export const schemaNarrowed: Scenario = {
  number: 11,
  sentence: 'a change that takes something away from a published event turns the golden check red, which names it',
  async run(world): Promise<Outcome> {
    const findings: string[] = [];
    const untouched = checkContract();
    if (!untouched.isGreen) findings.push(`the check is red without any change:\n${untouched.output}`);
    let red = 0;
    for (const narrowing of narrowings) {
      world.report(narrowing.what);
      const { isGreen, output } = checkContract(narrowing);
      if (isGreen) findings.push(`${narrowing.what}, and the check stays green`);
      else if (!narrowing.named.test(output)) findings.push(`${narrowing.what}, and the check does not say so:\n${output}`);
      else red += 1;
    }
    return {
      findings,
      bites: { 'changes that turned it red': red },
      mustBite: ['changes that turned it red'],
      figures: { checks: narrowings.length + 1 },
    };
  },
};

/** Runs the contract's own check on a copy of it that finds the same packages. */
function checkContract(narrowing?: Narrowing): { isGreen: boolean; output: string } {
  const original = join(cloneDir, 'libs', 'contracts', 'projects');
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'xietong-contract-')));
  try {
    for (const folder of ['src', 'golden', 'package.json']) cpSync(join(original, folder), join(root, folder), { recursive: true });
    symlinkSync(join(cloneDir, 'node_modules'), join(root, 'node_modules'));
    if (narrowing) alter(join(root, 'src', narrowing.file), narrowing);
    const jest = join(cloneDir, 'node_modules', 'jest', 'bin', 'jest.js');
    const words = [jest, '--config', join(cloneDir, 'jest.config.mjs'), '--rootDir', root, '--ci'];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: cloneDir, encoding: 'utf8' });
    return { isGreen: status === 0, output: `${stdout}${stderr}` };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function alter(file: string, { what, from, to }: Narrowing): void {
  const before = readFileSync(file, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} no longer holds '${from}': adapt the change by which ${what}`);
  writeFileSync(file, before.replace(from, to));
}
