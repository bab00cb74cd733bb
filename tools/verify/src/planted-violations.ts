import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint, type Linter } from 'eslint';
import { root } from './root.ts';
import { type Failure, type Tally } from './tally.ts';

/** Code that breaks a rule of the house: lint must refuse it there, with a message that says what to do instead. */
interface PlantedViolation {
  readonly fixture: string;
  /** The file that it is linted as; ESLint takes the planted text instead of what stands there. */
  readonly as: string;
  readonly rule: string;
  readonly says: string;
}

export const plantedViolations: readonly PlantedViolation[] = [
  {
    fixture: 'an-app-imports-another.ts',
    as: 'apps/reporting/src/reporting.ts',
    rule: '@typescript-eslint/no-restricted-imports',
    says: 'One app never imports another: publish it in @xietong/contracts-<context>, and let the other react to the event.',
  },
  {
    fixture: 'an-app-imports-another.ts',
    as: 'apps/reporting/src/main.ts',
    rule: '@nx/enforce-module-boundaries',
    says: 'can only depend on libs tagged with "type:domain", "type:kernel", "type:contract"',
  },
  {
    fixture: 'the-domain-reads-a-file.ts',
    as: 'libs/domain/src/index.ts',
    rule: '@typescript-eslint/no-restricted-imports',
    says: 'Pure code does no I/O: do it in adapters/ and take the result by parameter.',
  },
  {
    fixture: 'an-app-reaches-into-another.ts',
    as: 'apps/reporting/src/reporting.ts',
    rule: '@nx/enforce-module-boundaries',
    says: 'cannot be imported by a relative or absolute path',
  },
  {
    fixture: 'a-declaration-imports-the-runtime.ts',
    as: 'apps/projects/src/projects.ts',
    rule: '@typescript-eslint/no-restricted-imports',
    says: "Only an app's main.ts and its adapters/ import the runtime: declare it, and let main.ts run it.",
  },
  {
    fixture: 'the-kernel-imports-mongoose.ts',
    as: 'libs/kernel/src/index.ts',
    rule: '@nx/enforce-module-boundaries',
    says: 'A project tagged with "type:kernel" is not allowed to import "mongoose"',
  },
  {
    fixture: 'the-domain-reads-the-clock.ts',
    as: 'libs/domain/src/index.ts',
    rule: 'no-restricted-syntax',
    says: 'Take the time from `context.now`: pure code never reads the clock.',
  },
  {
    fixture: 'a-rule-makes-an-id.ts',
    as: 'apps/projects/src/projects.ts',
    rule: 'no-restricted-syntax',
    says: 'Take ids and randomness from `context`: pure code never makes its own.',
  },
];

/** Lints each planted violation; one that goes through is a failure, since then the rule guards nothing. */
export async function checkPlantedViolations(): Promise<Tally> {
  // Without the graph the boundary rule skips every file and finds nothing.
  await createProjectGraphAsync();
  const eslint = new ESLint({ cwd: root });
  const failures: Failure[] = [];
  for (const planted of plantedViolations) {
    const code = readFileSync(join(root, 'tools', 'verify', 'fixtures', planted.fixture), 'utf8');
    const [result] = await eslint.lintText(code, { filePath: join(root, planted.as) });
    failures.push(...failureOf(planted, result?.messages ?? []));
  }
  return { passed: plantedViolations.length - failures.length, failures };
}

/** Nothing where the rule has refused the planted code in its words. */
export function failureOf({ fixture, as, rule, says }: PlantedViolation, messages: readonly Linter.LintMessage[]): Failure[] {
  if (messages.some(({ ruleId, severity, message }) => ruleId === rule && severity === 2 && message.includes(says))) return [];
  const heard = messages.map(({ ruleId, message }) => `${ruleId ?? 'parser'}: ${message}`);
  return [
    {
      what: `planted violation ${fixture} as ${as}`,
      why: [`expected ${rule}: …${says}…`, ...(heard.length > 0 ? heard : ['lint has nothing against it'])].join('\n'),
    },
  ];
}
