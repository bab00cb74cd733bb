import { z } from 'zod';

/** How large one attachment may be, in bytes: 20 MB. */
export const attachmentBytesMax = 20 * 1_048_576;

/**
 * What an attachment may be, by its media type, and how names of such files end; the first ending is the usual one. Only what can be told by its content:
 * the old binary office formats look alike, and those with macros are programs.
 */
export const attachmentTypes = {
  'application/pdf': ['.pdf'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['.pptx'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['.ods'],
  'application/vnd.oasis.opendocument.presentation': ['.odp'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export const AttachmentType = z.enum(Object.keys(attachmentTypes) as [keyof typeof attachmentTypes]);
export type AttachmentType = z.output<typeof AttachmentType>;

const Id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/**
 * A file that was sent up, as an event and a state carry it: never its bytes. Where a state's schema has this, the documents of the aggregate have
 * attachments, and whoever reads one can download what it names.
 */
export const Attachment = z
  .object({
    id: Id,
    name: z.string().min(1).max(255).meta({ description: 'Without a path; it ends as its type does.' }),
    mediaType: AttachmentType,
    bytes: z.int().min(1).max(attachmentBytesMax),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    scanned: z.boolean().meta({ description: 'Whether a virus scanner looked at it, and found nothing.' }),
  })
  .meta({ 'x-attachment': true });
export type Attachment = z.output<typeof Attachment>;

/** The id of a file that was sent up. Where a command's input has this, the runtime finds the file, and `decide` gets it by `context.attachment(id)`. */
export const AttachmentId = Id.meta({
  'x-attachment-id': { mediaTypes: attachmentTypes, bytesMax: attachmentBytesMax },
  description: 'Of a file that was sent up before, by `POST /v1/attachments`.',
});

/** An attachment that an input names, and where: `content.attachments.0.attachment`. */
export interface NamedAttachment {
  readonly id: string;
  readonly field: string;
}

/** The attachments that an input names, by its schema. */
export const attachmentIdsIn = (schema: z.ZodType, input: unknown): NamedAttachment[] =>
  placesOf(schema, 'x-attachment-id')
    .flatMap((place) => valuesAt(input, place))
    .flatMap(({ value, path }) => (typeof value === 'string' ? [{ id: value, field: path.join('.') }] : []));

/** The attachments in a state, or in what an excerpt shows, by its schema; each once. */
export function attachmentsIn(schema: z.ZodType, state: unknown): Attachment[] {
  const found = placesOf(schema, 'x-attachment').flatMap((place) => valuesAt(state, place).map(({ value }) => Attachment.safeParse(value)));
  return [...new Map(found.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))).values()];
}

/** Whether anything of this schema can be an attachment. */
export const hasAttachments = (schema: z.ZodType): boolean => placesOf(schema, 'x-attachment').length > 0;
/** Whether anything of this schema can name one. */
export const namesAttachments = (schema: z.ZodType): boolean => placesOf(schema, 'x-attachment-id').length > 0;

type Mark = 'x-attachment' | 'x-attachment-id';
/** Where a value stands: names of fields, and `*` for each item of a list. */
type Place = readonly string[];

const known: Readonly<Record<Mark, WeakMap<z.ZodType, readonly Place[]>>> = {
  'x-attachment': new WeakMap(),
  'x-attachment-id': new WeakMap(),
};

function placesOf(schema: z.ZodType, mark: Mark): readonly Place[] {
  const places = known[mark].get(schema) ?? distinct(findPlaces(schema, mark));
  known[mark].set(schema, places);
  return places;
}

// Objects, lists, alternatives, and what may be left out: a mark anywhere else is refused when the service is declared (`strayAttachmentsIn`).
function findPlaces(schema: z.ZodType, mark: Mark): Place[] {
  if (schema.meta()?.[mark] !== undefined) return [[]];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return findPlaces(schema.unwrap() as z.ZodType, mark);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, inner]) =>
      findPlaces(inner, mark).map((place) => [name, ...place]),
    );
  if (schema instanceof z.ZodArray) return findPlaces(schema.element as z.ZodType, mark).map((place) => ['*', ...place]);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => findPlaces(option as z.ZodType, mark));
  return [];
}

const distinct = (places: readonly Place[]): Place[] => [...new Map(places.map((place) => [place.join('.'), place])).values()];

function valuesAt(value: unknown, [first, ...rest]: Place, path: Place = []): { readonly value: unknown; readonly path: Place }[] {
  if (value === undefined || value === null) return [];
  if (first === undefined) return [{ value, path }];
  if (first === '*') return Array.isArray(value) ? value.flatMap((item, i) => valuesAt(item, rest, [...path, String(i)])) : [];
  return typeof value === 'object' ? valuesAt((value as Readonly<Record<string, unknown>>)[first], rest, [...path, first]) : [];
}

/** Where a schema has attachments, or names them, and they would not be found: in a record, a tuple, or behind a transformation. */
export function strayAttachmentsIn(schema: z.ZodType): string[] {
  const found = new Set([...placesOf(schema, 'x-attachment'), ...placesOf(schema, 'x-attachment-id')].map((place) => place.join('.')));
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return markedIn(json).filter((place) => !found.has(place));
}

/** The places of all marks in a JSON Schema, whatever they stand in. */
function markedIn(json: unknown, path: Place = []): string[] {
  if (typeof json !== 'object' || json === null) return [];
  if ('x-attachment' in json || 'x-attachment-id' in json) return [path.join('.')];
  return Object.entries(json).flatMap(([word, inner]: [string, unknown]) => {
    if (word === 'properties') return Object.entries(inner as object).flatMap(([name, each]) => markedIn(each, [...path, name]));
    if (word === 'anyOf' || word === 'oneOf') return (inner as readonly unknown[]).flatMap((each) => markedIn(each, path));
    return markedIn(inner, [...path, word === 'items' ? '*' : `(${word})`]);
  });
}
