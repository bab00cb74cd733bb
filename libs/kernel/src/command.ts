import type { Instant } from '@xietong/domain';
import type { z } from 'zod';
import type { Access, AccessWords } from './access.ts';
import type { Actor } from './actor.ts';
import type { Attachment } from './attachment.ts';
import type { DomainEvent } from './event.ts';
import type { Refusal } from './refusal.ts';

/** What `decide` may know beside state and input: nothing in it is read from the world by `decide` itself. */
export interface Context<Gathered = undefined> {
  readonly id: string;
  readonly now: Instant;
  readonly actor: Actor;
  readonly newId: () => string;
  readonly gathered: Gathered;
  /** The attachment that the input names by this id; the runtime has seen to it that it is there, and is the actor's to name. */
  readonly attachment: (id: string) => Attachment;
}

/** A document, or a record of a projection, that was looked up. */
export interface Found {
  readonly id: string;
  readonly state: unknown;
}

/** Reads that `gather` may do before `decide`: this service's own aggregates and projections, never another service. */
export interface Lookup {
  /** The state of an own aggregate by its collection, or the record of a projection by its name. */
  find(name: string, id: string): Promise<unknown>;
  /**
   * All own aggregates that have one of the values in a tag, or records of a projection that have one in a field that they are found by, in
   * the order of their ids; with `fields`, of their states those alone, such as
   * `status` or `content.title`.
   */
  list(name: string, tag: string, values: readonly string[], fields?: readonly string[]): Promise<readonly Found[]>;
}

/** What `decide` answers: the events that happened, or why nothing did. */
export type Decision<EventType extends string = string, Code extends string = string> = readonly DomainEvent<EventType>[] | Refusal<Code>;

/** The parts of a row that do not depend on whether the aggregate exists yet. */
interface Row<Input extends z.ZodType, Emits extends readonly string[], Refuses extends readonly string[]> {
  readonly input: Input;
  readonly emits: Emits;
  readonly refuses: Refuses;
}

type Gather<State, Input extends z.ZodType, Gathered> = (
  look: Lookup,
  input: z.output<Input>,
  state: State,
  id: string,
) => Promise<Gathered>;

// Only a rule that needs nothing gathered has a row without `gather`. (For such a rule TypeScript infers `undefined`, or, where the
// row stands within its aggregate, `never`.)
type Gathering<State, Input extends z.ZodType, Gathered> = [Gathered] extends [undefined]
  ? { readonly gather?: Gather<State, Input, Gathered> }
  : { readonly gather: Gather<State, Input, Gathered> };

/** One row of an aggregate's command table; made by `create` or `command`. */
export interface CommandRow<
  State,
  Input extends z.ZodType = z.ZodType,
  EventType extends string = string,
  Code extends string = string,
  Gathered = unknown,
> extends Row<Input, readonly EventType[], readonly Code[]> {
  readonly kind: 'create' | 'command';
  readonly allow: Access<State>;
  readonly decide: (state: State, input: z.output<Input>, context: Context<Gathered>) => Decision<EventType, Code>;
  readonly gather?: Gather<State, Input, Gathered>;
  /** Only of a `create`: the id that the thing has by nature, such as a registration number; otherwise the runtime makes one. */
  readonly id?: (input: z.output<Input>, actor: Actor) => string;
}

/**
 * A row without its type parameters, as the runtime walks it. `allow` shows only its words here: were its state named,
 * TypeScript would infer every row's `allow` from it instead of from the row's own `decide`.
 */
export type AnyCommandRow = Omit<CommandRow<never>, 'decide' | 'gather' | 'id' | 'allow'> & {
  readonly allow: AccessWords;
  readonly decide: (state: never, input: never, context: Context<never>) => Decision;
  readonly gather?: (look: Lookup, input: never, state: never, id: string) => Promise<unknown>;
  readonly id?: (input: never, actor: Actor) => string;
};

/**
 * A command on an aggregate that exists: its rule, then its row. `allow` has no default; an event outside `emits` or a
 * refusal outside `refuses` does not compile. (The rule comes first so that `officerOf((s) => …)` knows the state.)
 */
export function command<
  State,
  Input extends z.ZodType,
  const Emits extends readonly string[],
  const Refuses extends readonly string[],
  Gathered = undefined,
>(
  decide: (state: State, input: z.output<Input>, context: Context<Gathered>) => Decision<NoInfer<Emits[number]>, NoInfer<Refuses[number]>>,
  row: Row<Input, Emits, Refuses> & Gathering<NoInfer<State>, Input, Gathered> & { readonly allow: Access<NoInfer<State>> },
): CommandRow<State, Input, Emits[number], Refuses[number], Gathered> & { readonly kind: 'command' } {
  return { kind: 'command', decide, ...row };
}

/** The command that begins an aggregate; its state before is `undefined`. */
export function create<
  Input extends z.ZodType,
  const Emits extends readonly string[],
  const Refuses extends readonly string[],
  Gathered = undefined,
>(
  decide: (
    state: undefined,
    input: z.output<Input>,
    context: Context<Gathered>,
  ) => Decision<NoInfer<Emits[number]>, NoInfer<Refuses[number]>>,
  row: Row<Input, Emits, Refuses> &
    Gathering<undefined, Input, Gathered> & {
      readonly allow: Access<undefined>;
      readonly id?: (input: z.output<Input>, actor: Actor) => string;
    },
): CommandRow<undefined, Input, Emits[number], Refuses[number], Gathered> & { readonly kind: 'create' } {
  return { kind: 'create', decide, ...row };
}
