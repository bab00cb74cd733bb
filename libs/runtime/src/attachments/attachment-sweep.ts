import type { Instant } from '@xietong/domain';
import type { AnyAggregate } from '@xietong/kernel';
import type { Journal } from '../journal/journal.ts';
import type { Collection } from '../store/store.ts';
import type { AttachmentStore, DueFile } from './attachment-store.ts';

export interface AttachmentSweepParts {
  readonly attachments: AttachmentStore;
  readonly aggregates: readonly AnyAggregate[];
  readonly collections: ReadonlyMap<string, Pick<Collection, 'outbox'>>;
  readonly journal: Pick<Journal, 'read'>;
}

/** How long a file stays that nobody has named, counted from when it began to come in, and from each command that was about to name it. */
export const unnamedHours = 24;

const dueMax = 100;
const eventsAtOnce = 200;

/**
 * Removes what was sent up and never named. A file is held before the document that names it is written, and only what nobody has held for a day is
 * looked into, so whatever was written by then stands in the history of one that held it. (Decision 0017.) Any number of instances may do so at once.
 */
export function attachmentSweep(parts: AttachmentSweepParts): {
  strike(now: Instant): Promise<{ named: number; removed: number; held: number }>;
} {
  const { attachments, aggregates, collections, journal } = parts;

  async function settle(due: DueFile): Promise<'named' | 'removed' | 'held'> {
    for (const subject of due.heldBy)
      if (await isNamedBy(subject, due.id)) {
        await attachments.nameForGood(due);
        return 'named';
      }
    return (await attachments.remove(due)) ? 'removed' : 'held';
  }

  async function isNamedBy(subject: string, file: string): Promise<boolean> {
    const slash = subject.indexOf('/');
    const [name, id] = [subject.slice(0, slash), subject.slice(slash + 1)];
    const aggregate = aggregates.find((each) => each.name === name);
    const collection = aggregate && collections.get(aggregate.collection);
    // The outbox first: what leaves it meanwhile has come into the journal before.
    const waiting = (await collection?.outbox([id]))?.get(id) ?? [];
    if (waiting.some(({ body }) => names(body, file))) return true;
    let after = 0;
    for (;;) {
      const kept = await journal.read(subject, after, eventsAtOnce);
      if (kept.some(({ body }) => names(body, file))) return true;
      const last = kept.at(-1);
      if (last === undefined || kept.length < eventsAtOnce) return false;
      after = last.version;
    }
  }

  return {
    async strike(now) {
      const counts = { named: 0, removed: 0, held: 0 };
      for (;;) {
        const found = await attachments.due(now, dueMax);
        for (const due of found) counts[await settle(due)] += 1;
        if (found.length < dueMax) return counts;
      }
    },
  };
}

// An id is a random one, and no text of a person's: wherever it stands in an event, the event names the file.
const names = (body: string, file: string): boolean => body.includes(`"${file}"`);
