import type { AnyEventDefinition, EventOf } from './event.ts';
import type { Occurrence } from './reaction.ts';

/** Keeps a local copy of what another context published, one record an aggregate of theirs, for `gather` to look up. */
export interface Projection {
  readonly name: string;
  readonly context: string;
  readonly from: readonly AnyEventDefinition[];
  /** Fields of the record, lists of words, by which `list` finds it; by its id it is found anyway. */
  readonly foundBy: readonly string[];
  /** The record after the event; `undefined` removes it. */
  readonly apply: (record: object | undefined, event: never, occurrence: Occurrence) => object | undefined;
}

type ListedIn<Record extends object> = { [Name in keyof Record & string]: Record[Name] extends readonly string[] ? Name : never };

/** `projection('experts', { context: 'talent', from: [expertRegistered], foundBy: ['fields'], apply })`. */
export function projection<const From extends readonly AnyEventDefinition[], Record extends object>(
  name: string,
  declaration: {
    readonly context: string;
    readonly from: From;
    readonly foundBy?: readonly ListedIn<Record>[keyof Record & string][];
    readonly apply: (record: Record | undefined, event: EventOf<From>, occurrence: Occurrence) => Record | undefined;
  },
): Projection {
  return { name, foundBy: [], ...declaration } as Projection;
}
