import type { Instant } from '@xietong/domain';
import type { AgencyRef } from '@xietong/kernel';
import type { Receipt } from '../store/store.ts';

/** An event kept for good: the exact text that was sent. */
export interface JournalEntry {
  /** The event's id: `<aggregate>/<id>/<version>`. */
  readonly id: string;
  /** `<aggregate>/<id>`. */
  readonly subject: string;
  readonly version: number;
  readonly body: string;
  /** The receipt of the command that led here, on the last of its events. */
  readonly receipt?: Receipt;
}

/** That somebody looked at documents about persons, or tried to. */
export interface ReadRecord {
  readonly at: Instant;
  /** Who: the pseudonym, and for which agency. */
  readonly actor: string;
  readonly agency?: AgencyRef;
  /** What was asked: the operation, and the subject that it names, if any. */
  readonly operation: string;
  readonly asked?: string;
  /** Why, in the reader's own words: the case. */
  readonly purpose: string;
  /** The result: the status of the answer, and the subjects with the versions that it shows. */
  readonly status: number;
  readonly shown: readonly { readonly subject: string; readonly version: number }[];
  readonly traceid: string;
}

/** Whose events a journal holds: the context, its aggregates with the collections of their documents, and agencies served so far. */
export interface Declared {
  readonly context: string;
  readonly aggregates: readonly { readonly name: string; readonly collection: string }[];
  readonly agencies: readonly AgencyRef[];
}

/**
 * The audit trail of a service: append-only, each event once. Who may read it is settled before, by reading the
 * document that it belongs to.
 */
export interface Journal {
  /** Notes whose journal this is, so that an audit needs nothing but the database. */
  declare(declared: Declared): Promise<void>;
  /** Appends; an id that is there already is left as it is. */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** The events of one aggregate after `afterVersion`, oldest first. */
  read(subject: string, afterVersion: number, limit: number): Promise<JournalEntry[]>;
  /** The receipt of a key that the document itself has forgotten. */
  findReceipt(subject: string, key: string): Promise<Receipt | undefined>;
  /** Keeps a read for good; rejects where it could not, and then nothing may be shown. */
  noteRead(record: ReadRecord): Promise<void>;
}
