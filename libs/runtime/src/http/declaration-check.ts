import { consumersOf, DeclarationFault, type ExportedTable, namesAttachments, type Service, strayAttachmentsIn } from '@xietong/kernel';
import { z } from 'zod';
import { deadlineKey } from '../store/store-keys.ts';
import { fieldNamesOf, openObjectsIn } from './closed-input.ts';
import { isPlatformProblem } from './platform-problems.ts';
import { envelopeFields } from './representation.ts';
import { type QueryRoute, type Route, routesOf } from './routes.ts';
import { findColumns } from './table-export.ts';

/** Throws a `DeclarationFault` for what the kernel cannot see: a mistake that would only show once a request comes in. */
export function checkHttpDeclaration(
  service: Service,
  collections: ReadonlySet<string>,
  answers: ReadonlySet<string>,
  hasParking: boolean,
): void {
  const routes = routesOf(service);
  const faults = [
    ...routes.flatMap(inputFaultsOf),
    ...service.aggregates.flatMap((aggregate) => [
      ...(collections.has(aggregate.collection) ? [] : [`collection '${aggregate.collection}' was not opened`]),
      ...stateFieldsOf(aggregate.state)
        .filter((name) => envelopeFields.includes(name))
        .map((name) => `state of '${aggregate.name}' has a field '${name}', which the representation needs for itself`),
      ...strayAttachmentsIn(aggregate.state).map((place) => `state of '${aggregate.name}' has an attachment ${nowhere(place)}`),
      ...strayAttachmentsIn(aggregate.excerpt?.state ?? nothing).map(
        (place) => `the excerpt of '${aggregate.name}' has an attachment ${nowhere(place)}`,
      ),
    ]),
    ...service.aggregates
      .filter(({ deadlines, keys, tags }) => deadlines && (Object.hasOwn(keys, deadlineKey) || Object.hasOwn(tags, deadlineKey)))
      .map(({ name }) => `'${deadlineKey}' of '${name}' is what its deadlines are kept by; name the key or tag otherwise`),
    ...routes.flatMap((route) => (route.kind === 'query' ? queryFaultsOf(route, answers) : [])),
    ...(consumersOf(service).length > 0 && !hasParking ? ['it consumes, so its adapters give a parking desk'] : []),
    ...Object.keys(service.problems)
      .filter(isPlatformProblem)
      .map((code) => `problem '${code}' is one of the platform's own codes; name it otherwise`),
    ...repeated(routes.map(({ method, path }) => `${method} ${path}`)).map((route) => `two routes are '${route}'`),
  ];
  if (faults.length > 0) throw new DeclarationFault(service.context, faults);
}

const nothing = z.strictObject({});
const nowhere = (place: string) => `at '${place}', where it is not found: put it into objects, lists and unions`;

function inputFaultsOf(route: Route): string[] {
  if (route.kind !== 'query' && route.kind !== 'create' && route.kind !== 'command') return [];
  const [what, input] =
    route.kind === 'query'
      ? [`query '${route.query.name}'`, route.query.input]
      : [`'${route.command}' of '${route.aggregate.name}'`, route.row.input];
  return [
    ...openObjectsIn(input).map((path) => `the input of ${what} drops unknown fields at '${path}': use z.strictObject there`),
    ...strayAttachmentsIn(input).map((place) => `the input of ${what} names an attachment ${nowhere(place)}`),
    ...(route.kind === 'query' && namesAttachments(input)
      ? [`query '${route.query.name}' names attachments, which only a command can`]
      : []),
  ];
}

function queryFaultsOf({ path, query: { name, input, output, table } }: QueryRoute, answers: ReadonlySet<string>): string[] {
  const fields = fieldNamesOf(input);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field ?? '');
  return [
    ...(answers.has(name) ? [] : [`query '${name}' has no answer: main.ts gives one to run`]),
    ...inPath
      .filter((field) => !fields.includes(field))
      .map((field) => `query '${name}' has '{${field}}' in its path, which is no field of its input`),
    ...(table === undefined ? [] : tableFaultsOf(table, output).map((fault) => `query '${name}' ${fault}`)),
  ];
}

function tableFaultsOf({ rows, beside = {}, namedAfter }: ExportedTable, output: z.ZodType): string[] {
  const columns = findColumns(output, rows);
  if (!columns) return [`exports '${rows}', which is no list of rows in its output`];
  const said = [...Object.values(beside), ...(namedAfter === undefined ? [] : [namedAfter])];
  return [
    ...Object.keys(beside)
      .filter((column) => !columns.includes(column))
      .map((column) => `sets something beside '${column}', which not every row of its table has`),
    ...said
      .filter((field) => !fieldNamesOf(output).includes(field))
      .map((field) => `uses '${field}' for its table, which is no field of its output`),
  ];
}

const stateFieldsOf = (state: z.ZodType): string[] => {
  if (state instanceof z.ZodObject) return Object.keys(state.shape);
  return state instanceof z.ZodUnion ? state.options.flatMap((option) => stateFieldsOf(option as z.ZodType)) : [];
};

const repeated = (names: readonly string[]): string[] => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
