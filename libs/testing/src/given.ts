import type { Aggregate, AnyAggregate, AnyEventDefinition, EventOf } from '@xietong/kernel';
import type { z } from 'zod';
import type { Circumstances } from './circumstances.ts';
import type { Expectation } from './expectations.ts';
import { outcomeOf } from './outcome.ts';
import { foldSoundly } from './soundness.ts';

type InputOf<Row> = Row extends { readonly input: z.ZodType } ? z.input<Row['input']> : never;

/**
 * A specification of one command: `given(Project, [registered]).when('setPlan', plan, { actor }).then([planSet])`, or
 * `.then(refusal('weights-not-whole'))`. Every event on the way must fit its schema, survive as text and leave a sound state.
 */
export function given<
  State extends object,
  Events extends readonly AnyEventDefinition[],
  Commands extends Readonly<Record<string, unknown>>,
>(aggregate: Aggregate<State, Events, Commands>, events: readonly EventOf<Events>[], usually: Partial<Circumstances> = {}) {
  const walked = aggregate as unknown as AnyAggregate;
  const state = foldSoundly(walked, undefined, events);
  return {
    when<Name extends keyof Commands & string>(command: Name, input: InputOf<Commands[Name]>, circumstances: Partial<Circumstances> = {}) {
      const { actor, ...rest } = { ...usually, ...circumstances };
      if (!actor) throw new Error(`say who gives '${command}', for example { actor: officer('NO-03/rcn') }`);
      const outcome = outcomeOf(walked, state, command, input, { actor, ...rest });
      return {
        then(expected: readonly EventOf<Events>[] | Expectation): void {
          expect(outcome).toEqual('kind' in expected ? expected : { kind: 'happened', events: expected });
          if (outcome.kind === 'happened') foldSoundly(walked, state, outcome.events);
        },
      };
    },
  };
}

/** The state that the events lead to; as in `given`, everything on the way must be sound. */
export function stateAfter<
  State extends object,
  Events extends readonly AnyEventDefinition[],
  Commands extends Readonly<Record<string, unknown>>,
>(aggregate: Aggregate<State, Events, Commands>, events: readonly EventOf<Events>[]): State {
  const state = foldSoundly(aggregate as unknown as AnyAggregate, undefined, events);
  if (!state) throw new Error(`give the events that begin the '${aggregate.name}'`);
  return state as State;
}
