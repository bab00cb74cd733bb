import { addHours, type Instant } from '@xietong/domain';
import { type AnyAggregate, type CommandRow, type DomainEvent, isRefusal } from '@xietong/kernel';
import fc from 'fast-check';
import { type Circumstances, contextOf } from './circumstances.ts';
import { foldSoundly } from './soundness.ts';

/** One command of a sequence, some hours after the one before. */
export interface Step {
  readonly command: string;
  readonly input: unknown;
  readonly hoursLater: number;
}

/** Sequences that begin with the create and go on with the commands in any order; `inputs` has an arbitrary for each that takes some. */
export function commandSequences(aggregate: AnyAggregate, inputs: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Step[]> {
  const stepOf = (command: string) => {
    const input = inputs[command] ?? fc.constant({});
    if (!inputs[command] && !aggregate.commands[command]?.input.safeParse({}).success) {
      throw new Error(`give an arbitrary for the input of '${command}'`);
    }
    return fc.record({ command: fc.constant(command), input, hoursLater: fc.nat({ max: 100 }) });
  };
  const anyOf = (kind: CommandRow<never>['kind']) =>
    fc.oneof(
      ...Object.keys(aggregate.commands)
        .filter((command) => aggregate.commands[command]?.kind === kind)
        .map(stepOf),
    );
  return fc.tuple(anyOf('create'), fc.array(anyOf('command'), { maxLength: 30, size: 'max' })).map(([first, others]) => [first, ...others]);
}

/**
 * Gives the commands one after the other, whoever may give them, and answers with what happened. Fails when an event or a state
 * on the way is not sound, when a command answers what it does not declare, or when the events, read again from text, do not lead to
 * the same state.
 */
export function play(aggregate: AnyAggregate, steps: readonly Step[], around: Circumstances & { readonly now: Instant }): DomainEvent[] {
  const history: DomainEvent[] = [];
  let state: object | undefined;
  let { now } = around;
  for (const { command, input, hoursLater } of steps) {
    now = addHours(now, hoursLater);
    const row = aggregate.commands[command];
    if (!row) throw new Error(`'${aggregate.name}' has no command '${command}'`);
    if ((row.kind === 'create') !== (state === undefined)) continue;
    const answer = row.decide(state as never, row.input.parse(input) as never, contextOf({ ...around, now }));
    if (isRefusal(answer)) {
      if (!row.refuses.includes(answer.refused))
        throw new Error(`'${command}' refuses with '${answer.refused}', which it does not declare`);
      continue;
    }
    const strange = answer.find(({ type }) => !row.emits.includes(type));
    if (strange) throw new Error(`'${command}' emits '${strange.type}', which it does not declare`);
    state = foldSoundly(aggregate, state, answer);
    history.push(...answer);
  }
  expect(foldSoundly(aggregate, undefined, JSON.parse(JSON.stringify(history)) as DomainEvent[])).toEqual(state);
  return history;
}

/** The events that none of the sequences leads to, of `sequencesMax` that are the same every time; those events are not tested by them. */
export function eventsOutOfReach(
  aggregate: AnyAggregate,
  sequences: fc.Arbitrary<Step[]>,
  around: Circumstances & { readonly now: Instant },
  sequencesMax = 2000,
): string[] {
  const missing = new Set(aggregate.events.map(({ type }) => type));
  const perRound = 50;
  for (let seed = 1; seed * perRound <= sequencesMax && missing.size > 0; seed += 1) {
    const happened = fc.sample(sequences, { numRuns: perRound, seed }).flatMap((steps) => play(aggregate, steps, around));
    for (const { type } of happened) missing.delete(type);
  }
  return [...missing];
}
