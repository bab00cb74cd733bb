import { attempt } from './attempt.ts';
import { fieldsAtFault } from './cloud-event.ts';
import { type AnyEventDefinition, type DomainEvent, wireType } from './event.ts';

/** An event in the form of today, whatever version it was written in, with today's definition. */
export interface DomainRead {
  readonly definition: AnyEventDefinition;
  readonly event: DomainEvent;
}

/** Why the data of an event is not what its version says: the fields at fault, without their values. */
export interface UnfitData {
  readonly unfit: string;
}

/** Reads the data of an event by its type on the wire; `undefined` where no version of any definition has that type. */
export type EventReader = (wireType: string, data: unknown) => DomainRead | UnfitData | undefined;

type Read = (data: unknown) => { readonly data: unknown } | UnfitData;

/** A reader of these events in every version they have ever had. */
export function eventReader(context: string, definitions: readonly AnyEventDefinition[]): EventReader {
  const readers = new Map(
    definitions.flatMap((definition) => readsOf(definition).map(([version, read]) => [wireType(context, version), { definition, read }])),
  );
  return (type, data) => {
    const reader = readers.get(type);
    if (!reader) return undefined;
    const read = reader.read(data);
    return 'unfit' in read ? read : { definition: reader.definition, event: { type: reader.definition.type, data: read.data } };
  };
}

// Each version is parsed by its own schema, then raised from version to version, and held to today's schema at the end.
function readsOf(
  newest: AnyEventDefinition,
  version = newest,
  raise: (data: unknown) => unknown = (data) => data,
): [AnyEventDefinition, Read][] {
  const read: Read = (data) => {
    const parsed = version.schema.safeParse(data);
    if (!parsed.success) return { unfit: fieldsAtFault(parsed.error) };
    return version === newest ? { data: parsed.data } : raised(newest, () => raise(parsed.data));
  };
  const { earlier } = version;
  if (!earlier) return [[version, read]];
  // `earlier` has seen to it that `upcast` takes what the schema of its event lets through.
  return [[version, read], ...readsOf(newest, earlier.event, (data) => raise(earlier.upcast(data as never)))];
}

// An upcast that throws is a fault of the code; the event waits where unfit ones wait, and does not hold up its topic.
function raised({ schema, version }: AnyEventDefinition, raise: () => unknown): ReturnType<Read> {
  const today = schema.safeParse(attempt(raise));
  return today.success ? { data: today.data } : { unfit: `raised to version ${version}: ${fieldsAtFault(today.error)}` };
}
