import type { AnyAggregate } from './aggregate.ts';
import type { AnyEventDefinition } from './event.ts';

/** What a consumer knows of an event beside its body. */
export interface Occurrence {
  readonly id: string;
  readonly aggregateId: string;
  readonly source: string;
  readonly time: string;
}

/** A command that a reaction gives: on which aggregate, with what input. One event may give many. */
export interface Order {
  readonly id: string;
  readonly input: unknown;
}

/** Turns an event, of another context or an own one, into commands on an own aggregate; each order is carried out once per event. */
export interface Reaction {
  readonly name: string;
  readonly context: string;
  readonly on: AnyEventDefinition;
  readonly aggregate: AnyAggregate;
  readonly command: string;
  readonly orders: (event: never, occurrence: Occurrence) => readonly Order[];
  /** Refusals by which the command says that things have moved on and nothing is left to do; any other parks the event. */
  readonly unless?: readonly string[];
}

/** `reaction('grant follows acceptance', { context: 'projects', on: projectAccepted, aggregate: Grant, command: 'award', orders })`. */
export function reaction<On extends AnyEventDefinition>(
  name: string,
  declaration: Omit<Reaction, 'name' | 'on' | 'orders'> & {
    readonly on: On;
    readonly orders: (event: ReturnType<On>, occurrence: Occurrence) => readonly Order[];
  },
): Reaction {
  return { name, ...declaration } as Reaction;
}
