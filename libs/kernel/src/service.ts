import type { AnyAggregate } from './aggregate.ts';
import type { ProblemTable } from './refusal.ts';
import type { Projection } from './projection.ts';
import type { Query } from './query.ts';
import type { Reaction } from './reaction.ts';

/** A whole service at a glance; `run` in the runtime brings it to life. */
export interface Service {
  readonly context: string;
  readonly aggregates: readonly AnyAggregate[];
  readonly reactions: readonly Reaction[];
  readonly projections: readonly Projection[];
  readonly queries: readonly Query[];
  readonly problems: ProblemTable;
}

/** Declares a service; a mistake in it throws a `DeclarationFault` whose sentence names what to mend. */
export function service(
  context: string,
  declaration: Partial<Omit<Service, 'context'>> & Pick<Service, 'problems'>,
): Service {
  const whole: Service = { context, aggregates: [], reactions: [], projections: [], queries: [], ...declaration };
  const faults = faultsOf(whole);
  if (faults.length > 0) throw new DeclarationFault(context, faults);
  return whole;
}

/** A service that is declared wrongly does not start. */
export class DeclarationFault extends Error {
  readonly faults: readonly string[];
  constructor(context: string, faults: readonly string[]) {
    super(`service '${context}' is declared wrongly:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'DeclarationFault';
    this.faults = faults;
  }
}

function faultsOf(whole: Service): string[] {
  return [
    ...repeated(whole.aggregates.map(({ collection }) => collection)).map((name) => `two aggregates share the collection '${name}'`),
    ...repeated(whole.queries.map(({ name }) => name)).map((name) => `two queries are named '${name}'`),
    ...whole.aggregates.flatMap((aggregate) => aggregateFaults(aggregate)),
    ...problemFaults(whole),
    ...whole.reactions.flatMap((reaction) => reactionFaults(reaction, whole)),
  ];
}

function aggregateFaults({ name, events, commands, keys, tags }: AnyAggregate): string[] {
  const rows = Object.entries(commands);
  const creates = rows.filter(([, row]) => row.kind === 'create').map(([command]) => command);
  const emitted = new Set(rows.flatMap(([, row]) => row.emits));
  return [
    ...(creates.length === 1 ? [] : [`aggregate '${name}' has ${creates.length} create commands (${creates.join(', ') || 'none'}); it needs exactly one`]),
    ...repeated(events.map(({ type }) => type)).map((type) => `aggregate '${name}' declares event '${type}' twice`),
    ...events.filter(({ type }) => !emitted.has(type)).map(({ type }) => `event '${type}' of '${name}' is emitted by no command`),
    ...events.filter(({ type }) => !type.startsWith(`${name}.`)).map(({ type }) => `event '${type}' must begin with its aggregate's name: '${name}.…'`),
    ...repeated([...Object.keys(keys), ...Object.keys(tags)]).map((key) => `'${key}' of '${name}' is a key and a tag; it can be one`),
    ...[...Object.keys(keys), ...Object.keys(tags)].filter((key) => reservedKeys.has(key)).map((key) => `key '${key}' of '${name}' is a word of the list route; name it otherwise`),
    ...rows.filter(([, row]) => row.kind === 'command' && row.id).map(([command]) => `command '${command}' of '${name}' gives an id, which only a create can`),
    ...rows.filter(([, row]) => row.emits.length === 0).map(([command]) => `command '${command}' of '${name}' emits nothing`),
  ];
}

function problemFaults({ aggregates, queries, problems }: Service): string[] {
  const used = new Set([
    ...aggregates.flatMap(({ commands }) => Object.values(commands).flatMap((row) => row.refuses)),
    ...queries.flatMap((query) => query.refuses),
  ]);
  return [
    ...[...used].filter((code) => !(code in problems)).map((code) => `refusal '${code}' has no row in the problem table`),
    ...Object.keys(problems).filter((code) => !used.has(code)).map((code) => `problem '${code}' is refused by no command and no query`),
  ];
}

function reactionFaults({ name, aggregate, command }: Service['reactions'][number], whole: Service): string[] {
  if (!whole.aggregates.includes(aggregate)) return [`reaction '${name}' gives a command on '${aggregate.name}', which is not an aggregate of this service`];
  return command in aggregate.commands ? [] : [`reaction '${name}' gives '${command}', which is not a command of '${aggregate.name}'`];
}

const reservedKeys = new Set(['limit', 'after', 'sort', 'count']);

const repeated = (names: readonly string[]): string[] => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
