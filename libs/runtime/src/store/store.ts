import type { Instant } from '@xietong/domain';
import type { AgencyRef, AudienceToken, Found } from '@xietong/kernel';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { ParkingLot } from '../parking/parking-lot.ts';
import type { ProjectionStore } from '../consume/projections.ts';
import type { Journal } from '../journal/journal.ts';

/** A word in a stored document's audience: for all of it, or for its excerpt. */
export type AudienceWord = AudienceToken | `excerpt:${AudienceToken}`;

/** How many receipts a document keeps beside that of its creation; older ones are found in the journal. */
export const receiptsMax = 200;

/** The receipt of an idempotency key: hashes of key and payload, and the version that the command led to. */
export interface Receipt {
  readonly key: string;
  readonly payload: string;
  readonly version: number;
}

/** A document as its readers see it. */
export interface Document {
  readonly id: string;
  readonly version: number;
  /** The agency that registered it, for good: its events go to this agency's topic. */
  readonly agency: AgencyRef;
  readonly state: object;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** A document with what the write path needs beside it. */
export interface Stored extends Document {
  readonly head: string;
  readonly created: Receipt;
  /** Of the receipts it keeps, those that were asked for. */
  readonly receipts: readonly Receipt[];
  /** How many receipts it keeps beside that of its creation; `receiptsMax` at most. */
  readonly receiptCount: number;
  /** How many events wait in the outbox, and the highest version among them (0 when none). */
  readonly pending: { readonly count: number; readonly version: number };
}

/** An event that waits to be sent: its topic and the exact text that goes there. */
export interface OutboxEntry {
  readonly version: number;
  readonly topic: string;
  readonly body: string;
  readonly receipt?: Receipt;
}

/** One aggregate's write. `expected` is the version it was decided on; 0 inserts. */
export interface Write {
  readonly id: string;
  readonly expected: number;
  /** Keys of which the document must hold no receipt, else the write is lost: where it was decided on without reading them. */
  readonly unseenKeys?: readonly string[];
  readonly version: number;
  readonly agency: AgencyRef;
  readonly state: object;
  readonly audience: readonly AudienceWord[];
  readonly keys: Readonly<Record<string, string | number>>;
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly due?: { readonly at: Instant; readonly command: string };
  readonly head: string;
  readonly events: readonly OutboxEntry[];
  readonly receipts: readonly Receipt[];
  readonly now: Instant;
}

/** `lost`: another write was first (or, for an insert, the id exists already), or a key was seen before; nothing was written. */
export type Verdict = 'written' | 'lost';

export interface ListRequest {
  /** By keys and tags; a list of values means any of them. */
  readonly filter: Readonly<Record<string, string | number | readonly (string | number)[]>>;
  /** By a key, `createdAt` or `updatedAt`. */
  readonly sort: { readonly key: string; readonly descending: boolean };
  /** The last row of the page before: its sort value and id. */
  readonly after?: { readonly value: string | number | null; readonly id: string };
  readonly limit: number;
}

/** A page of a list. */
export interface DocumentList {
  readonly documents: readonly Document[];
  /** What each of them is sorted by. */
  readonly values: readonly (string | number | null)[];
  /** The last row, where there is more. */
  readonly next?: NonNullable<ListRequest['after']>;
}

/** A document of one of the store's collections. */
export interface Place {
  readonly collection: string;
  readonly id: string;
}

/** A due deadline, as the clock finds it. */
export interface DueDocument extends Place {
  readonly command: string;
  readonly at: Instant;
}

/** Of which chains the heads are asked: an agency's, with ids after `after`. */
export interface HeadsRequest {
  readonly agency: AgencyRef;
  /** Only those that have moved at this moment or later. */
  readonly since?: Instant;
  /** Only those that were begun before this moment. */
  readonly begunBefore?: Instant;
  readonly after: string;
  readonly limit: number;
}

/** Where the chain of an aggregate's events ends: its version, and the hash of its last event. */
export interface ChainHead {
  readonly id: string;
  readonly version: number;
  readonly head: string;
}

/**
 * One collection of aggregates. Every reading method for people takes the audience words of who asks and applies them
 * inside; an empty audience throws. Writes are durable (majority, journaled) when they answer `written`.
 */
export interface Collection {
  find(audience: readonly AudienceWord[], id: string): Promise<Document | undefined>;
  list(audience: readonly AudienceWord[], request: ListRequest): Promise<DocumentList>;
  count(audience: readonly AudienceWord[], filter: ListRequest['filter']): Promise<number>;

  /** For the write path: no audience, no outbox bodies, and of the receipts only those of the keys. In the order of the ids. */
  load(ids: readonly string[], receiptKeys?: readonly string[]): Promise<(Stored | undefined)[]>;
  /** For the rules: no audience, states alone or fields of them, in the order of the ids. By a tag, since a key's index begins with the audience. */
  select(tag: string, values: readonly string[], fields?: readonly string[]): Promise<Found[]>;
  /** Verdicts in the order of the writes, each decided on its own. At most one write an id. */
  write(writes: readonly Write[]): Promise<Verdict[]>;
  /** Whether a majority of the store has the document at this version or a later one. */
  isDurable(id: string, version: number): Promise<boolean>;
  /** What still waits in the outbox of each id, in version order, as a majority of the store has it. */
  outbox(ids: readonly string[]): Promise<Map<string, OutboxEntry[]>>;
  markSent(marks: readonly { readonly id: string; readonly version: number }[]): Promise<void>;
  pendingCount(): Promise<number>;
  /** When the document was last written that waits longest; undefined where none waits. */
  pendingSince(): Promise<Instant | undefined>;
  /** For the seal: by id, in the order of its bytes, as a majority of the store has it; without states and bodies. */
  heads(request: HeadsRequest): Promise<ChainHead[]>;
}

/** A service's database: its collections by name, made ready (indexes, validators) before they are handed out. */
export interface Store {
  readonly journal: Journal;
  readonly parking: ParkingLot;
  readonly projections: ProjectionStore;
  /** Of this database, for good. One that is made anew, or put back from a backup, has another: nothing that was read for the former is in it. */
  readonly identity: string;
  collection(name: string, found: { readonly keys: readonly string[]; readonly tags: readonly string[] }): Promise<Collection>;
  /** Where files are, made ready; asked for by a service whose commands name some. */
  attachments(): Promise<AttachmentStore>;
  /** What has come due in all collections that were handed out, in one question; of each the oldest, `limit` at most. */
  due(now: Instant, limit: number): Promise<DueDocument[]>;
  /** Documents with events that have waited since `from` or longer, or that are dated after `to`; of each collection `limit` at most. */
  pendingOutside(from: Instant, to: Instant, limit: number): Promise<Place[]>;
  /** Resolves when the database answers; rejects when it does not within a second. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A reader without an audience is a fault of the caller, never a reader of everything. */
export class NoAudience extends Error {
  constructor() {
    super('a read without an audience: every reader holds at least one audience word');
    this.name = 'NoAudience';
  }
}

/** The database does not answer now. Nothing is known of the work in hand: the caller tries again with the same key. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('the database does not answer', { cause });
    this.name = 'StoreUnavailable';
  }
}
