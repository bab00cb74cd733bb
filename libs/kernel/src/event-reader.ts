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

// Each version is parsed by its own schema and then raised from version to version up to the newest.
function readsOf(version: AnyEventDefinition, raise: (data: unknown) => unknown = (data) => data): [AnyEventDefinition, Read][] {
  const read: Read = (data) => {
    const parsed = version.schema.safeParse(data);
    return parsed.success ? { data: raise(parsed.data) } : { unfit: fieldsAtFault(parsed.error) };
  };
  const { earlier } = version;
  if (!earlier) return [[version, read]];
  // `earlier` has seen to it that `upcast` takes what the schema of its event lets through.
  return [[version, read], ...readsOf(earlier.event, (data) => raise(earlier.upcast(data as never)))];
}
