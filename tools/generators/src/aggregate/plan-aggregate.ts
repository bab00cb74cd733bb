import ts from 'typescript';
import { type Name, parseName, withArticle } from '../names.ts';
import { appending, insert, Source } from '../source.ts';
import { render } from '../template.ts';
import { type Changes, GeneratorFault, type Workspace } from '../workspace.ts';

/** What an aggregate is asked for by: `aggregate projects risk`. */
export interface AggregateRequest {
  readonly context: string;
  readonly aggregate: string;
}

/**
 * Plans one more aggregate of a service that is there, registered and closed, with its events in the contract, and enters it where the service
 * lists its aggregates, its problems and its events. Throws a `GeneratorFault` where a name is bad, taken or unknown.
 */
export function planAggregate(workspace: Workspace, request: AggregateRequest): Changes {
  const context = parseName('a context', request.context);
  const aggregate = parseAggregate(request.aggregate);
  const app = `apps/${context.kebab}/src`;
  const contract = `libs/contracts/${context.kebab}/src`;
  if (!workspace.has(`${app}/${context.kebab}.ts`)) {
    throw new GeneratorFault(`there is no service '${context.kebab}': generate it first, with its first aggregate`);
  }
  if (workspace.has(`${app}/${aggregate.kebab}`)) throw new GeneratorFault(`'${context.kebab}' has a folder '${aggregate.kebab}' already`);
  const changed = (path: string, change: (text: string, path: string) => string) => ({ [path]: change(workspace.get(path), path) });
  return {
    ...renderAggregate(context, aggregate),
    ...changed(`${app}/${context.kebab}.ts`, (text, path) => withAggregate(text, path, aggregate)),
    ...changed(`${app}/problems.ts`, (text, path) => withProblems(text, path, aggregate)),
    ...changed(`${contract}/events-of-${context.kebab}.ts`, (text, path) => withEvents(text, path, context, aggregate)),
    ...changed(`${contract}/index.ts`, (text) => `${text.trimEnd()}\nexport * from './${aggregate.kebab}-events.ts';\n`),
  };
}

/** The name of an aggregate; a word that the templates use themselves is refused in a sentence. */
export function parseAggregate(typed: string): Name {
  const aggregate = parseName('an aggregate', typed);
  refuseMeant(aggregate);
  return aggregate;
}

/** Throws a sentence where the name would meet one that the templates import or declare themselves. */
export function refuseMeant({ kebab, camel }: Name): void {
  if (wordsOfTemplates.has(camel)) throw new GeneratorFault(`'${kebab}' already means something in every service; choose another name`);
}

/** The files of an aggregate of its own, in the app and in the contract. */
export const renderAggregate = (context: Name, aggregate: Name): Changes =>
  render('aggregate', {
    context: context.kebab,
    aggregate: aggregate.kebab,
    aggregateCamel: aggregate.camel,
    Aggregate: aggregate.pascal,
    anAggregate: withArticle(aggregate.words),
    AnAggregate: withArticle(aggregate.words).replace(/^a/, 'A'),
    collection: collectionOf(aggregate),
  });

// The kernel makes the plural with an `s`; where English does not, the declaration says so.
function collectionOf({ kebab }: Name): string {
  const plural = kebab.replace(/([^aeiou])y$/, '$1ie').replace(/(s|x|z|ch|sh)$/, '$1e') + 's';
  return plural === `${kebab}s` ? '' : `collection: '${plural}',`;
}

function withAggregate(text: string, path: string, { kebab, pascal }: Name): string {
  const source = new Source(path, text);
  return insert(text, [
    ...source.importing([pascal], `./${kebab}/${kebab}.ts`),
    appending(source.getList('service', 'aggregates'), pascal),
  ]);
}

function withProblems(text: string, path: string, { kebab, camel }: Name): string {
  const source = new Source(path, text);
  const { value } = source.getConstant('problems');
  if (!ts.isObjectLiteralExpression(value)) throw new GeneratorFault(`problems in ${path} must be a table: { … } satisfies ProblemTable`);
  return insert(text, [
    ...source.importing([`${camel}Problems`], `./${kebab}/problems.ts`),
    appending(value.properties, `...${camel}Problems`),
  ]);
}

function withEvents(text: string, path: string, context: Name, { kebab, camel }: Name): string {
  const source = new Source(path, text);
  const { value } = source.getConstant(`eventsOf${context.pascal}`);
  if (!ts.isArrayLiteralExpression(value)) throw new GeneratorFault(`eventsOf${context.pascal} in ${path} must be a list: [ … ] as const`);
  return insert(text, [...source.importing([`${camel}Events`], `./${kebab}-events.ts`), appending(value.elements, `...${camel}Events`)]);
}

// Names that the templates import or declare themselves, where one of the asker's would meet them.
const wordsOfTemplates = new Set(
  'agency aggregate close command context create evolve event example given golden officer problems register registered registrar role run service state'.split(
    ' ',
  ),
);
