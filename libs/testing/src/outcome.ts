import { type Access, type AnyAggregate, type DomainEvent, isRefusal, type Refusal } from '@xietong/kernel';
import { type Circumstances, contextOf } from './circumstances.ts';

/** How a command ended on a state; `fields` are the paths of the input that its schema does not accept. */
export type Outcome =
  | { readonly kind: 'happened'; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'denied' }
  | { readonly kind: 'invalid'; readonly fields: readonly string[] };

/** Gives one command as the runtime does: input parsed, then `allow`, then `decide`. Throws when the state and the row do not go together. */
export function outcomeOf(
  aggregate: AnyAggregate,
  state: object | undefined,
  command: string,
  input: unknown,
  around: Circumstances,
): Outcome {
  const row = aggregate.commands[command];
  if (!row) throw new Error(`'${aggregate.name}' has no command '${command}'`);
  if ((row.kind === 'create') !== (state === undefined)) {
    throw new Error(
      state
        ? `'${command}' begins a '${aggregate.name}': give no events`
        : `'${command}' needs a '${aggregate.name}': give the events that began it`,
    );
  }
  const parsed = row.input.safeParse(input);
  if (!parsed.success) return { kind: 'invalid', fields: parsed.error.issues.map(({ path }) => path.join('.')) };
  // A row's `allow` is for the state that its own `decide` takes; the kernel's types have seen to that.
  if (!(row.allow as Access<unknown>).permits(around.actor, state)) return { kind: 'denied' };
  const answer = row.decide(state as never, parsed.data as never, contextOf(around));
  return isRefusal(answer) ? { kind: 'refused', refusal: answer } : { kind: 'happened', events: answer };
}
