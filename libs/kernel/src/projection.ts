import type { AnyEventDefinition, EventOf } from './event.ts';
import type { Occurrence } from './reaction.ts';

/** Keeps a local copy of what another context published, one record an aggregate of theirs, for `gather` to look up. */
export interface Projection {
  readonly name: string;
  readonly context: string;
  readonly from: readonly AnyEventDefinition[];
  /** The record after the event; `undefined` removes it. */
  readonly apply: (record: object | undefined, event: never, occurrence: Occurrence) => object | undefined;
}

/** `projection('experts', { context: 'talent', from: [expertRegistered], apply })`. */
export function projection<const From extends readonly AnyEventDefinition[], Record extends object>(
  name: string,
  declaration: {
    readonly context: string;
    readonly from: From;
    readonly apply: (record: Record | undefined, event: EventOf<From>, occurrence: Occurrence) => Record | undefined;
  },
): Projection {
  return { name, ...declaration } as Projection;
}
