import type { z } from 'zod';
import type { Collaboration } from './collaboration.ts';
import type { Measurement, Told } from './measurement.ts';

/** An event as `decide` returns it and `evolve` reads it: a fact in the past tense, without its envelope. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/**
 * The definition of an event and the function that makes one: `projectRegistered({ … })`.
 * `states` says which collaboration the event states, for reporting and for partners; `tells` what else figures count of it.
 */
export interface EventDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  (data: z.output<Schema>): DomainEvent<Type, z.output<Schema>>;
  readonly type: Type;
  readonly version: number;
  readonly schema: Schema;
  readonly states?: (data: z.output<Schema>, aggregateId: string) => Collaboration;
  readonly tells?: (data: z.output<Schema>, told: Told) => readonly Measurement[];
  readonly earlier?: Earlier<z.output<Schema>>;
}

/** The version before this one, and what its data says in this one's form. */
export interface Earlier<Data = unknown> {
  readonly event: AnyEventDefinition;
  readonly upcast: (data: never) => Data;
}

// Function parameters are contravariant, so a list of differing definitions needs the bottom type here.
export type AnyEventDefinition = {
  (data: never): DomainEvent;
  readonly type: string;
  readonly version: number;
  readonly schema: z.ZodType;
  readonly states?: (data: never, aggregateId: string) => Collaboration;
  readonly tells?: (data: never, told: Told) => readonly Measurement[];
  readonly earlier?: Earlier;
};

/** The union of the events that a list of definitions can make. */
export type EventOf<Definitions extends readonly AnyEventDefinition[]> = ReturnType<Definitions[number]>;

/**
 * Declares one version of an event: `event('project.registered', 1, schema)`. A breaking change is a new version, which names the one
 * before it and how to read that: `event('project.registered', 2, schema, { earlier: earlier(projectRegisteredV1, upcast) })`.
 */
export function event<const Type extends `${string}.${string}`, Schema extends z.ZodType>(
  type: Type,
  version: number,
  schema: Schema,
  options: {
    states?: (data: z.output<Schema>, aggregateId: string) => Collaboration;
    tells?: (data: z.output<Schema>, told: Told) => readonly Measurement[];
    earlier?: Earlier<z.output<NoInfer<Schema>>>;
  } = {},
): EventDefinition<Type, Schema> {
  const make = (data: z.output<Schema>): DomainEvent<Type, z.output<Schema>> => ({ type, data });
  return Object.assign(make, { type, version, schema, ...options });
}

/** Reads an event of an earlier version as one of today. `upcast` is pure and stays for good: what was once stored is read for ever. */
export function earlier<Old extends AnyEventDefinition, Data>(event: Old, upcast: (data: ReturnType<Old>['data']) => Data): Earlier<Data> {
  return { event, upcast };
}

/** A definition and all that came before it, the newest first. */
export function versionsOf(definition: AnyEventDefinition): AnyEventDefinition[] {
  return [definition, ...(definition.earlier ? versionsOf(definition.earlier.event) : [])];
}

/** The type on the wire: `xietong.projects.project.registered.v1`. */
export function wireType(context: string, definition: { type: string; version: number }): string {
  return `xietong.${context}.${definition.type}.v${definition.version}`;
}
