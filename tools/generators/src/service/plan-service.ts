import ts from 'typescript';
import { parseAggregate, refuseMeant, renderAggregate } from '../aggregate/plan-aggregate.ts';
import { type Name, parseName } from '../names.ts';
import { appending, insert, Source } from '../source.ts';
import { render } from '../template.ts';
import { type Changes, GeneratorFault, type Workspace } from '../workspace.ts';
import { enterPlatform } from './enter-platform.ts';

/** What a service is asked for by: `service lending loan`. */
export interface ServiceRequest {
  readonly context: string;
  readonly aggregate: string;
}

/**
 * Plans a service and its contract with one aggregate that is registered and closed, and enters the context in the lint rules
 * that keep contexts apart and in what brings services up. Throws a `GeneratorFault` where a name is bad or taken.
 */
export function planService(workspace: Workspace, request: ServiceRequest): Changes {
  const context = parseName('a context', request.context);
  const aggregate = parseAggregate(request.aggregate);
  refuseTaken(workspace, context);
  return {
    ...render('service', {
      context: context.kebab,
      contextCamel: context.camel,
      Context: context.pascal,
      aggregate: aggregate.kebab,
      aggregateCamel: aggregate.camel,
      Aggregate: aggregate.pascal,
    }),
    ...renderAggregate(context, aggregate),
    ...enterPlatform(workspace, context),
    [lintRules]: withContext(workspace.get(lintRules), context),
  };
}

const lintRules = 'eslint.config.mjs';

function withContext(text: string, context: Name): string {
  const { value } = new Source(lintRules, text).getConstant('contexts');
  if (!ts.isArrayLiteralExpression(value)) throw new GeneratorFault(`contexts in ${lintRules} must be a list: ['projects', …]`);
  return insert(text, [appending(value.elements, `'${context.kebab}'`)]);
}

function refuseTaken(workspace: Workspace, context: Name): void {
  const packages = ['apps', 'libs', 'libs/contracts', 'tools'].flatMap((folder) => workspace.folders(folder));
  if (packages.includes(context.kebab) || ['shared', 'tools'].includes(context.kebab) || context.kebab.startsWith('contracts-')) {
    throw new GeneratorFault(`'${context.kebab}' is taken: a package or a scope has that name; choose another for the context`);
  }
  refuseMeant(context);
}
