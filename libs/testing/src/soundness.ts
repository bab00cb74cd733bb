import { isInstant } from '@xietong/domain';
import type { AnyAggregate, DomainEvent, KeyValue } from '@xietong/kernel';

/** The state after the events. Fails at the first event, and at the first state on the way, that is not sound. */
export function foldSoundly(aggregate: AnyAggregate, state: object | undefined, events: readonly DomainEvent[]): object | undefined {
  return events.reduce<object | undefined>((before, event) => {
    expectSoundEvent(aggregate, event);
    const after = aggregate.evolve(before as never, event as never);
    expectSoundState(aggregate, after);
    return after;
  }, state);
}

// It fits its schema with nothing to spare, and is the same after it was text: a field that is undefined would be null in the store.
function expectSoundEvent(aggregate: AnyAggregate, event: DomainEvent): void {
  const definition = aggregate.events.find(({ type }) => type === event.type);
  if (!definition) throw new Error(`'${aggregate.name}' declares no event '${event.type}'`);
  expect(definition.schema.parse(event.data)).toEqual(event.data);
  expect(JSON.parse(JSON.stringify(event))).toStrictEqual(event);
}

// It fits its schema with nothing to spare; who may read it, how it is found and what is due of it can be told.
function expectSoundState(aggregate: AnyAggregate, state: object): void {
  expect(aggregate.state.parse(state)).toEqual(state);
  expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
  if (aggregate.audience(state as never).length === 0) throw new Error(`nobody may read the '${aggregate.name}'`);
  const keys = Object.entries(aggregate.keys).map(([name, of]) => [name, of(state as never)] as const);
  expect(keys.filter(([, value]) => !isKeyValue(value))).toEqual([]);
  const tags = Object.entries(aggregate.tags).map(([name, of]) => [name, of(state as never)] as const);
  expect(tags.filter(([, members]) => !members.every((member) => typeof member === 'string'))).toEqual([]);
  const due = aggregate.due?.(state as never);
  if (due && !isInstant(due.at)) throw new Error(`'${aggregate.name}' is due at '${String(due.at)}', which is no instant`);
  if (due && !(due.command in aggregate.commands)) throw new Error(`'${aggregate.name}' has no command '${due.command}', which is due`);
}

const isKeyValue = (value: KeyValue) => value === undefined || typeof value === 'string' || Number.isFinite(value);
