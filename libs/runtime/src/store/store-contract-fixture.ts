import type { Instant } from '@xietong/domain';
import type { Collection, Store, Write } from './store.ts';

/** What each test of the contract is given: an empty store, and a collection of boxes in it. */
export interface Stage {
  readonly store: Store;
  readonly boxes: Collection;
}

export const rcn = ['agency:NO-03/rcn'] as const;

/** A moment of the tests' minute. */
export const at = (second: number): Instant => `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`;

let serial = 0;
const event = (id: string, version: number) => ({
  version,
  topic: 'NO-03.rcn.boxes',
  body: JSON.stringify({ id: `box/${id}/${version}` }),
});

/** A write that is decided on version `expected` and makes the next one; 0 inserts. */
export function writeOf(id: string, expected: number, part: Partial<Write> = {}): Write {
  serial += 1;
  const version = part.version ?? expected + 1;
  return {
    id,
    expected,
    version,
    agency: 'NO-03/rcn',
    state: { text: `at ${version}` },
    audience: ['agency:NO-03/rcn'],
    keys: {},
    tags: {},
    head: `head-${version}`,
    events: [event(id, version)],
    receipts: [{ key: `key-${serial}`, payload: 'payload', version }],
    now: at(version),
    ...part,
  };
}
