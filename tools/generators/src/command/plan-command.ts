import ts from 'typescript';
import { type Name, parseName, pastOf } from '../names.ts';
import { appending, insert, Source } from '../source.ts';
import { render } from '../template.ts';
import { type Changes, GeneratorFault, type Workspace } from '../workspace.ts';

/** What a command is asked for by: `command projects project withdraw`, and `--event` where the past tense is another. */
export interface CommandRequest {
  readonly context: string;
  readonly aggregate: string;
  readonly command: string;
  readonly event?: string | undefined;
}

/**
 * Plans a command: its rule and its spec, its row and its event's effect in the aggregate, its event in the contract. All of it
 * compiles, and one test fails until the rule is written. Throws a `GeneratorFault` where a name is bad, taken or unknown.
 */
export function planCommand(workspace: Workspace, request: CommandRequest): Changes {
  const context = parseName('a context', request.context);
  const aggregate = parseName('an aggregate', request.aggregate);
  const command = parseName('a command', request.command);
  const past = parseName('an event', request.event ?? pastOf(command.kebab));
  const event = parseName('an event', `${aggregate.kebab}-${past.kebab}`);
  const folder = findAggregate(workspace, context, aggregate);
  const files = {
    aggregate: `${folder}/${aggregate.kebab}.ts`,
    contract: `libs/contracts/${context.kebab}/src/${aggregate.kebab}-events.ts`,
  };
  requireExample(workspace, folder);

  const source = new Source(files.aggregate, workspace.get(files.aggregate));
  refuseTaken(source, command, workspace.has(`${folder}/decide/${command.kebab}.ts`));
  const state = source.getProperty('aggregate', 'state').getText();
  const made = render('command', {
    context: context.kebab,
    folder,
    aggregate: aggregate.kebab,
    Aggregate: aggregate.pascal,
    command: command.kebab,
    commandCamel: command.camel,
    Command: command.pascal,
    commandWords: command.words,
    event: event.camel,
    past: past.kebab,
    State: state,
    stateFile: (source.findOrigin(state) ?? `./${aggregate.kebab}.ts`).replace('./', '../'),
  });
  return {
    ...made,
    [files.aggregate]: withRow(workspace.get(files.aggregate), source, command, `${aggregate.kebab}.${past.kebab}`),
    [files.contract]: withEvent(files.contract, workspace.get(files.contract), { aggregate, past, event }),
  };
}

function withRow(text: string, source: Source, command: Name, type: string): string {
  const commands = source.getProperty('aggregate', 'commands');
  const { subject, otherwise } = source.getSwitch('evolve');
  if (!ts.isObjectLiteralExpression(commands)) throw new GeneratorFault('the commands of an aggregate are a table: { register: … }');
  const row = `${command.camel}: command(${command.camel}, {
    input: ${command.pascal},
    allow: officerOf((s) => s.registrar),
    emits: ['${type}'],
    refuses: [],
  })`;
  return insert(text, [
    ...source.importing(['command', 'officerOf'], '@xietong/kernel'),
    ...source.importing([command.pascal, command.camel], `./decide/${command.kebab}.ts`),
    appending(commands.properties, row),
    { at: otherwise, text: `case '${type}':\n return ${subject};\n` },
  ]);
}

function withEvent(path: string, text: string, { aggregate, past, event }: Record<'aggregate' | 'past' | 'event', Name>): string {
  const source = new Source(path, text);
  if (source.names().has(event.camel)) {
    throw new GeneratorFault(`the event ${aggregate.kebab}.${past.kebab} exists already: name another with --event <past tense>`);
  }
  const { value, begin } = source.getConstant(`${aggregate.camel}Events`);
  if (!ts.isArrayLiteralExpression(value)) throw new GeneratorFault(`${aggregate.camel}Events in ${path} must be a list: [ … ] as const`);
  const definition = `/** ${aggregate.words.charAt(0).toUpperCase()}${aggregate.words.slice(1)}: ${past.words}. */
export const ${event.camel} = event('${aggregate.kebab}.${past.kebab}', 1, z.object({}));`;
  return insert(text, [{ at: begin, text: `\n\n${definition}` }, appending(value.elements, event.camel)]);
}

function findAggregate(workspace: Workspace, context: Name, aggregate: Name): string {
  const sources = `apps/${context.kebab}/src`;
  const isAggregate = (folder: string) => {
    const file = `${sources}/${folder}/${folder}.ts`;
    return workspace.has(file) && workspace.get(file).includes(`aggregate('${folder}'`);
  };
  if (!workspace.has(sources)) {
    throw new GeneratorFault(
      `there is no service '${context.kebab}' in apps; begin it with: npm run generate -- service ${context.kebab} <aggregate>`,
    );
  }
  if (isAggregate(aggregate.kebab)) return `${sources}/${aggregate.kebab}`;
  const known = workspace.folders(sources).filter(isAggregate);
  throw new GeneratorFault(`'${context.kebab}' has no aggregate '${aggregate.kebab}'; it has ${known.join(', ') || 'none'}`);
}

function requireExample(workspace: Workspace, folder: string): void {
  const file = `${folder}/example.fixture.ts`;
  const names = workspace.has(file) ? new Source(file, workspace.get(file)).names() : new Set();
  for (const name of ['registrar', 'registered']) {
    if (!names.has(name)) throw new GeneratorFault(`${file} must export '${name}', which the new specification begins with`);
  }
}

function refuseTaken(source: Source, command: Name, hasFile: boolean): void {
  const taken = [command.camel, command.pascal].find((name) => source.names().has(name));
  if (hasFile || taken) {
    throw new GeneratorFault(
      `'${command.kebab}' is taken: the aggregate ${hasFile ? 'has that command' : `uses the name ${taken ?? ''}`} already`,
    );
  }
}
