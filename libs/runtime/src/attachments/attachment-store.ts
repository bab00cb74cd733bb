import type { Readable } from 'node:stream';
import type { Instant } from '@xietong/domain';
import type { Attachment, AudienceToken } from '@xietong/kernel';

/** How long a file may take to come in, in milliseconds: 20 MB at 1.4 Mbit/s. */
export const uploadMsMax = 120_000;

/** A file that was sent up whole, and in whose name: those who hold that audience word may name it in a command. */
export interface KeptFile extends Attachment {
  readonly party: AudienceToken;
}

/** A file whose time is over unless an event names it: one of the aggregates that have held it would have that event. */
export interface DueFile {
  readonly id: string;
  readonly sweepAt: Instant;
  /** `application/a-17`. */
  readonly heldBy: readonly string[];
}

/**
 * Where files are. One is taken in, kept under its key, held by whichever command is about to name it, and at last named for good or removed: `sweepAt` is
 * the first moment at which that is looked into, and moves on with each hold. Writes are durable when they answer.
 */
export interface AttachmentStore {
  /** Takes bytes in until they end. Nobody finds them before `keep`. What rejects leaves nothing; what a crash leaves is due at `sweepAt`. */
  takeIn(id: string, content: AsyncIterable<Uint8Array>, sweepAt: Instant): Promise<void>;
  /** The bytes from the first to the last. The stream fails where one is missing. */
  open(id: string): Promise<Readable>;
  /** Makes a file of what was taken in, unless the key has made one before; answers with the file of the key. */
  keep(file: KeptFile, key: string): Promise<KeptFile>;
  /** Takes back what was taken in and not kept. */
  discard(id: string): Promise<void>;
  /** Those of the files that are there. */
  find(ids: readonly string[]): Promise<KeptFile[]>;
  /** Keeps files from the sweep until `sweepAt`, for an aggregate that is about to name them; answers with the ids of those that are there. */
  hold(ids: readonly string[], subject: string, sweepAt: Instant): Promise<string[]>;
  /** What is to be looked into at this moment, the oldest first. */
  due(now: Instant, limit: number): Promise<DueFile[]>;
  /** An event names it: it stays for good. Does nothing where it was held again meanwhile: it is looked into later. */
  nameForGood(due: DueFile): Promise<void>;
  /** No event names it. Answers whether it was removed: not where it was held again meanwhile. */
  remove(due: DueFile): Promise<boolean>;
}
