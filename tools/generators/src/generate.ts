import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { planAggregate } from './aggregate/plan-aggregate.ts';
import { planCommand } from './command/plan-command.ts';
import { planService } from './service/plan-service.ts';
import { type Changes, GeneratorFault, workspaceAt } from './workspace.ts';
import { writeChanges } from './write-changes.ts';

export const usage = `npm run generate -- command <context> <aggregate> <name> [--event <past tense>]
npm run generate -- service <context> <aggregate>
npm run generate -- aggregate <context> <aggregate>`;

/** Generates what the arguments ask for, into the workspace at `root`; answers with what it did and what comes next. */
export async function generate(root: string, args: readonly string[]): Promise<string> {
  const { positionals, values } = parse(args);
  const [what, context = '', aggregate = '', command = ''] = positionals;
  const workspace = workspaceAt(root);
  if (what === 'command' && positionals.length === 4) {
    const changes = planCommand(workspace, { context, aggregate, command, event: values.event });
    await writeChanges(root, changes);
    await rewriteGolden(root, context);
    return report(
      changes,
      `npx nx test @xietong/${context}\n  its one failing test says what to write; then: npm run golden, and review the difference`,
    );
  }
  if (what === 'aggregate' && positionals.length === 3 && values.event === undefined) {
    const changes = planAggregate(workspace, { context, aggregate });
    await writeChanges(root, changes);
    await rewriteGolden(root, context);
    return report(
      changes,
      `npx nx run-many -t lint,typecheck,test -p ${projectsOf(context)}\n  then write its events, its rules and their examples`,
    );
  }
  if (what === 'service' && positionals.length === 3 && values.event === undefined) {
    const changes = planService(workspace, { context, aggregate });
    await writeChanges(root, changes);
    const projects = projectsOf(context);
    return report(
      changes,
      `npm i --ignore-scripts\n  npm run engines -- generate\n  npx nx run-many -t golden -p ${projects}\n  npx nx run-many -t lint,typecheck,test -p ${projects}`,
    );
  }
  throw new GeneratorFault(usage);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { event: { type: 'string' } } });
  } catch (fault) {
    throw new GeneratorFault(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}

const projectsOf = (context: string): string => `@xietong/${context},@xietong/contracts-${context}`;

const report = (changes: Changes, next: string): string =>
  `wrote\n${Object.keys(changes)
    .map((path) => `  ${path}`)
    .join('\n')}\nnext\n  ${next}`;

// The contract's schemas first: what the app derives follows from them.
async function rewriteGolden(root: string, context: string): Promise<void> {
  for (const project of [`libs/contracts/${context}`, `apps/${context}`]) {
    const script = join(root, project, 'derive', 'golden.ts');
    if (existsSync(script)) await promisify(execFile)(process.execPath, [script], { cwd: root });
  }
}
