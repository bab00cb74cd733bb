import type { AnyAggregate } from './aggregate.ts';
import { namesAttachments } from './attachment.ts';
import { type AnyEventDefinition, versionsOf } from './event.ts';
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
  /** Consumers that its adapters bring, by name: what a reaction or a projection cannot say. */
  readonly consumers: readonly string[];
  readonly problems: ProblemTable;
}

/** Declares a service; a mistake in it throws a `DeclarationFault` whose sentence names what to mend. */
export function service(context: string, declaration: Partial<Omit<Service, 'context'>> & Pick<Service, 'problems'>): Service {
  const whole: Service = { context, aggregates: [], reactions: [], projections: [], queries: [], consumers: [], ...declaration };
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

/** Everything that reads events for the service, by name: reactions, projections, and what its adapters bring. */
export function consumersOf({ reactions, projections, consumers }: Service): string[] {
  return [...reactions.map(({ name }) => name), ...projections.map(({ name }) => name), ...consumers];
}

/** Whether the service needs a store: for documents of its own, or for what it keeps of others' events. */
export const keepsRecords = ({ aggregates, reactions, projections }: Service): boolean =>
  aggregates.length + reactions.length + projections.length > 0;

/** Whether people send files up for its commands to name. */
export const takesAttachments = ({ aggregates }: Pick<Service, 'aggregates'>): boolean =>
  aggregates.some(({ commands }) => Object.values(commands).some(({ input }) => namesAttachments(input)));

function faultsOf(whole: Service): string[] {
  const { context, aggregates, reactions, projections, queries } = whole;
  const collections = aggregates.flatMap(({ collection, excerpt }) => [collection, ...(excerpt ? [excerpt.collection] : [])]);
  return [
    ...misnamed(`service '${context}'`, context, 'topics and event types'),
    ...repeated(aggregates.map(({ name }) => name)).map((name) => `two aggregates are named '${name}'`),
    ...repeated(collections).map((name) => `two aggregates share the collection '${name}'`),
    ...repeated(queries.map(({ name }) => name)).map((name) => `two queries are named '${name}'`),
    ...repeated(reactions.map(({ name }) => name)).map((name) => `two reactions are named '${name}'`),
    ...repeated(projections.map(({ name }) => name)).map((name) => `two projections are named '${name}'`),
    ...projections
      .filter(({ name }) => collections.includes(name))
      .map(({ name }) => `projection '${name}' has the name of a collection; name it otherwise`),
    ...aggregates.flatMap((aggregate) => [...aggregateFaults(aggregate), ...eventFaults(aggregate), ...commandFaults(aggregate)]),
    ...problemFaults(whole),
    ...reactions.flatMap((reaction) => reactionFaults(reaction, whole)),
  ];
}

function aggregateFaults({ name, collection, commands, keys, tags, excerpt }: AnyAggregate): string[] {
  const creates = Object.entries(commands).flatMap(([command, row]) => (row.kind === 'create' ? [command] : []));
  const words = [...Object.keys(keys), ...Object.keys(tags)];
  return [
    ...misnamed(`aggregate '${name}'`, name, 'event ids'),
    ...misnamed(`collection '${collection}' of '${name}'`, collection, 'addresses'),
    ...(creates.length === 1
      ? []
      : [`aggregate '${name}' has ${creates.length} create commands (${creates.join(', ') || 'none'}); it needs exactly one`]),
    ...repeated(words).map((key) => `'${key}' of '${name}' is a key and a tag; it can be one`),
    ...(excerpt ? misnamed(`collection '${excerpt.collection}' of '${name}'`, excerpt.collection, 'addresses') : []),
    ...(excerpt?.findBy ?? [])
      .filter((key) => !words.includes(key))
      .map((key) => `the excerpt of '${name}' is found by '${key}', which is no key and no tag of it`),
    ...words
      .filter((key) => wordsOfTheListRoute.has(key))
      .map((key) => `key '${key}' of '${name}' is a word of the list route; name it otherwise`),
  ];
}

function eventFaults({ name, events, commands }: AnyAggregate): string[] {
  const emitted = new Set(Object.values(commands).flatMap((row) => row.emits));
  return [
    ...repeated(events.map(({ type }) => type)).map((type) => `aggregate '${name}' declares event '${type}' twice`),
    ...events.flatMap((definition) => versionFaults(definition)),
    ...events.flatMap(({ type, version }) => [
      ...(emitted.has(type) ? [] : [`event '${type}' of '${name}' is emitted by no command`]),
      ...(type.startsWith(`${name}.`)
        ? misnamed(`event '${type}'`, type.slice(name.length + 1), 'event types')
        : [`event '${type}' must begin with its aggregate's name: '${name}.…'`]),
      ...(Number.isInteger(version) && version > 0 ? [] : [`event '${type}' has version ${version}; a version is a whole number from 1`]),
    ]),
  ];
}

function versionFaults(definition: AnyEventDefinition): string[] {
  return versionsOf(definition).flatMap(({ type, version, earlier }) =>
    earlier && (earlier.event.type !== type || earlier.event.version !== version - 1)
      ? [
          `event '${type}' version ${version} follows '${earlier.event.type}' version ${earlier.event.version}; it must follow its own version ${version - 1}`,
        ]
      : [],
  );
}

function commandFaults({ name, commands }: AnyAggregate): string[] {
  return Object.entries(commands).flatMap(([command, row]) => [
    ...(/^[a-z][a-zA-Z0-9]*$/.test(command)
      ? []
      : [`command '${command}' of '${name}' must be named like a function, such as 'setPlan': its address is made from that`]),
    ...(row.kind === 'command' && row.id ? [`command '${command}' of '${name}' gives an id, which only a create can`] : []),
    ...(row.emits.length === 0 ? [`command '${command}' of '${name}' emits nothing`] : []),
  ]);
}

function problemFaults({ aggregates, queries, problems }: Service): string[] {
  const used = new Set([
    ...aggregates.flatMap(({ commands }) => Object.values(commands).flatMap((row) => row.refuses)),
    ...queries.flatMap((query) => query.refuses),
  ]);
  return [
    ...[...used].filter((code) => !Object.hasOwn(problems, code)).map((code) => `refusal '${code}' has no row in the problem table`),
    ...Object.keys(problems)
      .filter((code) => !used.has(code))
      .map((code) => `problem '${code}' is refused by no command and no query`),
  ];
}

function reactionFaults({ name, aggregate, command, unless = [] }: Reaction, whole: Service): string[] {
  if (!whole.aggregates.includes(aggregate))
    return [`reaction '${name}' gives a command on '${aggregate.name}', which is not an aggregate of this service`];
  const row = Object.hasOwn(aggregate.commands, command) ? aggregate.commands[command] : undefined;
  if (!row) return [`reaction '${name}' gives '${command}', which is not a command of '${aggregate.name}'`];
  return unless
    .filter((code) => !row.refuses.includes(code))
    .map((code) => `reaction '${name}' lets '${code}' pass, which '${command}' of '${aggregate.name}' never refuses with`);
}

const wordsOfTheListRoute = new Set(['limit', 'after', 'sort', 'count']);

const repeated = (names: readonly string[]): string[] => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];

const misnamed = (what: string, name: string, where: string): string[] =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) ? [] : [`${what} must be named in small letters, digits and hyphens: it stands in ${where}`];
