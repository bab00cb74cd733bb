import { type AgencyRef, AgencyRef as AgencyRefSchema } from '@xietong/kernel';
import { z } from 'zod';

const Receipt = z.strictObject({ key: z.string(), payload: z.string(), version: z.int() });

/** An event of the journal, as an audit reads it. */
export const EntryRecord = z.strictObject({
  subject: z.string(),
  id: z.string(),
  version: z.int(),
  body: z.string(),
  receipt: Receipt.optional(),
});
export type EntryRecord = z.output<typeof EntryRecord>;

/** What an aggregate's document says of its events, without its state. */
export const DocumentRecord = z.strictObject({
  subject: z.string(),
  document: z.strictObject({
    agency: AgencyRefSchema,
    version: z.int(),
    head: z.string(),
    waiting: z.array(z.strictObject({ version: z.int(), body: z.string() })),
  }),
});
export type DocumentRecord = z.output<typeof DocumentRecord>;

/** One line of an export, one step of a walk. */
export const AuditRecord = z.union([EntryRecord, DocumentRecord]);
export type AuditRecord = z.output<typeof AuditRecord>;

/**
 * What an audit walks: all records of one service by subject, in the order of its bytes; of each subject its document first, where
 * there is one, then its events by version.
 */
export interface AuditSource {
  /** Whose events these are; undefined where nothing is left that says so. */
  context(): Promise<string | undefined>;
  /** The agencies that are known to have been served, whether anything is left of theirs or not. */
  agencies(): Promise<readonly AgencyRef[]>;
  records(): AsyncIterable<AuditRecord>;
  /** One subject read again, so that what was written during the walk is not taken for an alteration; a file has no such second look. */
  again?(subject: string): AsyncIterable<AuditRecord>;
  /** SHA-256 of the texts of these events, by id; one that is neither in the journal nor in an outbox is left out. */
  hashesOf(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>>;
}

/** Orders subjects as MongoDB does: by their bytes in UTF-8. */
export const compareSubjects = (one: string, other: string): number =>
  one === other ? 0 : Buffer.compare(Buffer.from(one), Buffer.from(other));

/** Where an event comes from by its own text, which may have been altered: its agency and its context. */
export function originIn(body: string): { readonly agency: AgencyRef; readonly context: string } | undefined {
  const [, region, agency, context = ''] = /"source":"\/([^/"]+)\/([^/"]+)\/([^/"]+)"/.exec(body) ?? [];
  const ref = AgencyRefSchema.safeParse(`${region}/${agency}`).data;
  return ref && { agency: ref, context };
}
