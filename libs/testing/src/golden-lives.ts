import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Aggregate, AnyEventDefinition, EventOf } from '@xietong/kernel';
import { stateAfter } from './given.ts';
import { filesIn } from './golden-files.ts';

/** Golden events of one aggregate in the order in which they happen to it, `registered.v1`, and what is then true of it. */
export interface GoldenLife<State extends object> {
  readonly events: readonly string[];
  readonly ends: Partial<State>;
}

/**
 * Declares the tests that today's code folds every golden event of an aggregate. One that stands in none of the lives is folded
 * right after the event that begins the first of them.
 */
export function goldenEventsFold<
  State extends object,
  Events extends readonly AnyEventDefinition[],
  Commands extends Readonly<Record<string, unknown>>,
>(aggregate: Aggregate<State, Events, Commands>, golden: string, lives: Readonly<Record<string, GoldenLife<State>>>): void {
  const read = (name: string) => JSON.parse(readFileSync(join(golden, `${aggregate.name}.${name}.json`), 'utf8')) as EventOf<Events>;

  test.each(Object.entries(lives))("today's code folds the golden events of one that is %s", (_, { events, ends }) => {
    expect(stateAfter(aggregate, events.map(read))).toMatchObject(ends);
  });

  const [first] = Object.values(lives);
  const lived = new Set(Object.values(lives).flatMap(({ events }) => events));
  const others = goldenNamesOf(aggregate.name, golden).filter((name) => !lived.has(name));
  if (others.length > 0) {
    test.each(others)("today's code folds golden event %s right after the first; if it cannot come there, give it a life", (name) => {
      expect(stateAfter(aggregate, [...(first?.events.slice(0, 1) ?? []), name].map(read))).toBeDefined();
    });
  }
}

const goldenNamesOf = (aggregate: string, golden: string): string[] =>
  filesIn(golden)
    .filter((file) => file.startsWith(`${aggregate}.`))
    .map((file) => file.slice(aggregate.length + 1, -'.json'.length));
