import type { AnyAggregate, KeyValue } from '@xietong/kernel';
import type { Write } from './store.ts';

/** The key by which the store keeps the earliest deadline of a document, beside those that the aggregate declares. */
export const deadlineKey = 'deadline';

/** The names of all keys by which the store finds an aggregate's documents. */
export const keyNamesOf = ({ keys, deadlines }: Pick<AnyAggregate, 'keys' | 'deadlines'>): string[] => [
  ...Object.keys(keys),
  ...(deadlines ? [deadlineKey] : []),
];

/** The keys of a document; one without a value is left out. */
export function keysOf({ keys, deadlines }: AnyAggregate, state: object): Write['keys'] {
  const values = Object.entries(keys).map(([name, of]): [string, KeyValue] => [name, of(state as never)]);
  const [earliest] = (deadlines?.of(state as never) ?? []).map(({ at }) => at).sort();
  return Object.fromEntries(
    [...values, [deadlineKey, earliest] as const].filter((pair): pair is [string, string | number] => pair[1] !== undefined),
  );
}
