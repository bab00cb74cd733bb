import type { AudienceToken } from '@xietong/kernel';

/** An event kept for good: the exact text that was sent. */
export interface JournalEntry {
  /** The event's id: `<aggregate>/<id>/<version>`. */
  readonly id: string;
  /** `<aggregate>/<id>`. */
  readonly subject: string;
  readonly version: number;
  readonly body: string;
  /** Who may read it: the audience of the document when the event was committed. */
  readonly audience: readonly AudienceToken[];
}

/** The audit trail of a service: append-only, each event once. */
export interface Journal {
  /** Appends; an id that is there already is left as it is. */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** The events of one aggregate after `afterVersion`, oldest first. */
  read(subject: string, afterVersion: number, limit: number): Promise<JournalEntry[]>;
}
