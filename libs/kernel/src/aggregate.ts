import type { Instant } from '@xietong/domain';
import type { z } from 'zod';
import type { AgencyRef, AudienceToken } from './actor.ts';
import type { AnyCommandRow } from './command.ts';
import type { AnyEventDefinition, EventOf } from './event.ts';

/** What a document can be found and sorted by. */
export type KeyValue = string | number | undefined;

/** A deadline: at that moment the clock gives the command, once, on whichever instance is alive. */
export interface Due<CommandName extends string = string> {
  readonly at: Instant;
  readonly command: CommandName;
}

/** Something that people owe by a moment, whether or not the clock acts then. */
export interface Deadline<Name extends string = string> {
  /** The field that says when, with the one that it stands in: `warning.answerBy`. */
  readonly name: Name;
  /** The first moment that is too late. */
  readonly at: Instant;
  /** What it is of, where a document has several of one name: the title of a milestone. */
  readonly about?: string;
}

/** What is owed of a document and still open: what `/v1/deadlines` tells of every aggregate that has any. */
export interface Deadlines<in State, Name extends string = string> {
  readonly names: readonly Name[];
  /** What the document is called there. */
  readonly title: (state: State) => string;
  /** In any order; none where nothing is owed. What is late stays until it is done. */
  readonly of: (state: State) => readonly Deadline<NoInfer<Name>>[];
}

/** The part of a document that people outside its audience may read, at an address of its own: what a publicity shows, what a market tells. */
export interface Excerpt<in State, Shown extends object = object> {
  /** Its collection in the route: `publicised-applications`. */
  readonly collection: string;
  readonly state: z.ZodType<Shown>;
  /** Who may read it; nobody where the list is empty. `everyone` needs no login. */
  readonly audience: (state: State) => readonly AudienceToken[];
  readonly of: (state: State) => Shown;
  /** By which of the aggregate's keys and tags it is found, and by no others: a filter tells too. */
  readonly findBy: readonly string[];
}

/** Everything a reader wants to know of one aggregate, and nothing that does I/O. */
export interface Aggregate<
  State extends object = object,
  Events extends readonly AnyEventDefinition[] = readonly AnyEventDefinition[],
  Commands extends Readonly<Record<string, unknown>> = Readonly<Record<string, AnyCommandRow>>,
> {
  readonly name: string;
  /** Its documents are about persons: whoever reads one says why, and the service keeps who read what. */
  readonly personal: boolean;
  /** The collection in the store and in the route, in the plural. */
  readonly collection: string;
  readonly state: z.ZodType<State>;
  readonly events: Events;
  readonly evolve: (state: State | undefined, event: EventOf<Events>) => State;
  readonly audience: (state: State) => readonly AudienceToken[];
  readonly excerpt?: Excerpt<State>;
  /** The agency on whose topic its events stand, where that is not the agency of who begins it: one that this service serves. */
  readonly agency?: (state: State) => AgencyRef;
  readonly keys: Readonly<Record<string, (state: State) => KeyValue>>;
  /** Lists that it can be found by: any member matches, such as the regions of a project's participants. */
  readonly tags: Readonly<Record<string, (state: State) => readonly string[]>>;
  readonly due?: (state: State) => Due<keyof Commands & string> | undefined;
  readonly deadlines?: Deadlines<State>;
  readonly commands: Commands;
}

/** An aggregate without its type parameters, as the runtime walks it. */
export type AnyAggregate = Omit<
  Aggregate,
  'state' | 'evolve' | 'audience' | 'excerpt' | 'agency' | 'keys' | 'tags' | 'due' | 'deadlines'
> & {
  readonly state: z.ZodType;
  readonly evolve: (state: never, event: never) => object;
  readonly audience: (state: never) => readonly AudienceToken[];
  readonly excerpt?: Excerpt<never>;
  readonly agency?: (state: never) => AgencyRef;
  readonly keys: Readonly<Record<string, (state: never) => KeyValue>>;
  readonly tags: Readonly<Record<string, (state: never) => readonly string[]>>;
  readonly due?: (state: never) => Due | undefined;
  readonly deadlines?: Deadlines<never>;
};

// Does each row act on this aggregate's state and emit only its events? A conditional type, because a plain constraint would
// tell TypeScript what each row returns and it would infer the row's `allow` from that instead of from its `decide`.
type Fitting<Commands, State, EventType extends string> = {
  readonly [Name in keyof Commands]: Commands[Name] extends AnyCommandRow & { readonly emits: readonly EventType[] }
    ? Commands[Name] extends { readonly decide: (state: State, ...rest: never) => unknown } | { readonly kind: 'create' }
      ? unknown
      : 'this command decides on the state of another aggregate'
    : 'this command emits an event that its aggregate does not declare';
};

/** Declares an aggregate. Its collection is its name with an `s` unless given. */
export function aggregate<
  State extends object,
  const Events extends readonly AnyEventDefinition[],
  const Commands extends Readonly<Record<string, unknown>>,
  const DeadlineName extends string = never,
>(
  name: string,
  declaration: {
    readonly collection?: string;
    readonly personal?: boolean;
    readonly state: z.ZodType<State>;
    readonly events: Events;
    readonly evolve: (state: NoInfer<State> | undefined, event: EventOf<Events>) => NoInfer<State>;
    readonly audience: (state: NoInfer<State>) => readonly AudienceToken[];
    readonly excerpt?: Excerpt<NoInfer<State>>;
    readonly agency?: (state: NoInfer<State>) => AgencyRef;
    readonly keys: Readonly<Record<string, (state: NoInfer<State>) => KeyValue>>;
    readonly tags?: Readonly<Record<string, (state: NoInfer<State>) => readonly string[]>>;
    readonly due?: (state: NoInfer<State>) => Due<NoInfer<keyof Commands & string>> | undefined;
    readonly deadlines?: Deadlines<NoInfer<State>, DeadlineName>;
    readonly commands: Commands & Fitting<Commands, State, EventOf<Events>['type']>;
  },
): Aggregate<State, Events, Commands> {
  return { name, collection: `${name}s`, personal: false, tags: {}, ...declaration };
}
