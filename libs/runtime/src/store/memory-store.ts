import type { Instant } from '@xietong/domain';
import { memoryAttachments } from '../attachments/memory-attachments.ts';
import { memoryParking } from '../parking/memory-parking.ts';
import { memoryProjections } from '../consume/projections.ts';
import { memoryJournal } from '../journal/memory-journal.ts';
import { copyOf, inBytes } from './memory-select.ts';
import {
  type AudienceWord,
  type Collection,
  type Document,
  type ListRequest,
  NoAudience,
  type OutboxEntry,
  receiptsMax,
  type Store,
  type Stored,
  type Write,
} from './store.ts';

/** A collection in memory, with what the store finds in all of them. */
interface MemoryCollection extends Collection, Pick<Store, 'due' | 'pendingOutside'> {}

interface Kept extends Omit<Stored, 'receiptCount'>, Pick<Write, 'audience' | 'keys' | 'tags' | 'due'> {
  outbox: OutboxEntry[];
  pendingSince?: string;
}

/** The store in memory, for fast tests: the same contract suite that MongoDB passes holds for it. */
export function memoryStore(): Store {
  const collections = new Map<string, MemoryCollection>();
  const attachments = memoryAttachments();
  const everywhere = async <Found>(look: (collection: MemoryCollection) => Promise<Found[]>) =>
    (await Promise.all([...collections.values()].map(look))).flat();
  return {
    journal: memoryJournal(),
    parking: memoryParking(),
    projections: memoryProjections(),
    identity: 'in memory',
    async collection(name, { tags }) {
      const collection = collections.get(name) ?? memoryCollection(name, tags);
      collections.set(name, collection);
      return collection;
    },
    attachments: async () => attachments,
    due: (now, limit) => everywhere((each) => each.due(now, limit)),
    pendingOutside: (from, to, limit) => everywhere((each) => each.pendingOutside(from, to, limit)),
    ping: async () => {},
    close: async () => {},
  };
}

function memoryCollection(name: string, tags: readonly string[]): MemoryCollection {
  const kept = new Map<string, Kept>();
  const visible = (audience: readonly AudienceWord[], filter: ListRequest['filter'] = {}): Kept[] => {
    if (audience.length === 0) throw new NoAudience();
    return [...kept.values()].filter(
      (document) => document.audience.some((token) => audience.includes(token)) && matches(document, filter),
    );
  };

  return {
    async find(audience, id) {
      const found = visible(audience).find((document) => document.id === id);
      return found && toDocument(found);
    },
    async list(audience, { filter, sort, after, limit }) {
      const direction = sort.descending ? -1 : 1;
      const place = (document: Kept): SortPlace => ({ value: sortValueOf(document, sort.key), id: document.id });
      const sorted = visible(audience, filter).sort((one, other) => direction * compare(place(one), place(other)));
      const beyond = after ? sorted.filter((document) => direction * compare(place(document), after) > 0) : sorted;
      const page = beyond.slice(0, limit);
      const last = page.at(-1);
      const values = page.map((document) => place(document).value);
      return { documents: page.map(toDocument), values, ...(beyond.length > limit && last ? { next: place(last) } : {}) };
    },
    count: async (audience, filter) => visible(audience, filter).length,
    isDurable: async (id, version) => (kept.get(id)?.version ?? 0) >= version,
    load: async (ids, receiptKeys = []) => ids.map((id) => toStored(kept.get(id), receiptKeys)),
    async select(tag, values, fields) {
      if (!tags.includes(tag)) throw new Error(`'${tag}' is no tag of '${name}'`);
      return [...kept.values()]
        .filter((document) => matches(document, { [tag]: values }))
        .sort((one, other) => inBytes(one.id, other.id))
        .map(({ id, state }) => ({ id, state: copyOf(state, fields) }));
    },
    async write(writes) {
      return writes.map((write) => {
        const before = kept.get(write.id);
        if ((before?.version ?? 0) !== write.expected) return 'lost';
        if (before?.receipts.some(({ key }) => write.unseenKeys?.includes(key))) return 'lost';
        kept.set(write.id, after(write, before));
        return 'written';
      });
    },
    outbox: async (ids) => new Map(ids.flatMap((id) => (kept.has(id) ? [[id, [...(kept.get(id) as Kept).outbox]]] : []))),
    async markSent(marks) {
      for (const { id, version } of marks) {
        const document = kept.get(id);
        if (document)
          kept.set(
            id,
            withOutbox(
              document,
              document.outbox.filter((entry) => entry.version > version),
            ),
          );
      }
    },
    pendingOutside: async (from, to, limit) =>
      [...kept.values()]
        .filter(({ pendingSince }) => pendingSince !== undefined && (pendingSince <= from || pendingSince > to))
        .slice(0, limit)
        .map(({ id }) => ({ collection: name, id })),
    pendingSince: async () =>
      [...kept.values()].flatMap(({ pendingSince }) => (pendingSince === undefined ? [] : [pendingSince as Instant])).sort()[0],
    pendingCount: async () => [...kept.values()].filter(({ outbox }) => outbox.length > 0).length,
    async due(now, limit) {
      const found = [...kept.values()].flatMap(({ id, due }) => (due && due.at <= now ? [{ collection: name, id, ...due }] : []));
      return found.sort((one, other) => (one.at < other.at ? -1 : 1)).slice(0, limit);
    },
    heads: async ({ agency, since = '', begunBefore = '~', after, limit }) =>
      [...kept.values()]
        .filter(
          ({ id, agency: of, createdAt, updatedAt }) =>
            of === agency && updatedAt >= since && createdAt < begunBefore && inBytes(id, after) > 0,
        )
        .sort((one, other) => inBytes(one.id, other.id))
        .slice(0, limit)
        .map(({ id, version, head }) => ({ id, version, head })),
  };
}

interface SortPlace {
  readonly value: string | number | null;
  readonly id: string;
}

// A missing value sorts before every other, as in MongoDB; ids break ties.
function compare(one: SortPlace, other: SortPlace): number {
  if (one.value !== other.value) {
    if (one.value === null) return -1;
    if (other.value === null) return 1;
    return one.value < other.value ? -1 : 1;
  }
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

function after(write: Write, before: Kept | undefined): Kept {
  const [first, ...rest] = write.receipts;
  const created = before?.created ?? first;
  if (!created) throw new Error('a write that creates carries the receipt of its command');
  const { due: _, ...kept } = before ?? {};
  const receipts = [...(before?.receipts ?? []), ...(before ? write.receipts : rest)].slice(-receiptsMax);
  const document = {
    ...kept,
    ...structuredClone({
      id: write.id,
      version: write.version,
      state: write.state,
      audience: write.audience,
      keys: write.keys,
      tags: write.tags,
      head: write.head,
    }),
    agency: before?.agency ?? write.agency,
    ...(write.due ? { due: write.due } : {}),
    created,
    receipts,
    createdAt: before?.createdAt ?? write.now,
    updatedAt: write.now,
    pendingSince: write.now,
  };
  return withOutbox({ ...document, outbox: [], pending: { count: 0, version: 0 } }, [...(before?.outbox ?? []), ...write.events]);
}

function withOutbox(document: Kept, outbox: OutboxEntry[]): Kept {
  const { pendingSince, ...rest } = document;
  const pending = { count: outbox.length, version: outbox.at(-1)?.version ?? 0 };
  return { ...rest, outbox, pending, ...(outbox.length > 0 && pendingSince !== undefined ? { pendingSince } : {}) };
}

function matches({ keys, tags }: Kept, filter: ListRequest['filter']): boolean {
  return Object.entries(filter).every(([key, wanted]) =>
    [keys[key] ?? tags[key] ?? []].flat().some((value) => [wanted].flat().includes(value)),
  );
}

function sortValueOf(document: Kept, key: string): string | number | null {
  if (key === 'createdAt' || key === 'updatedAt') return document[key];
  return document.keys[key] ?? null;
}

function toStored(document: Kept | undefined, receiptKeys: readonly string[]): Stored | undefined {
  return (
    document && {
      ...toDocument(document),
      head: document.head,
      created: document.created,
      receipts: document.receipts.filter(({ key }) => receiptKeys.includes(key)),
      receiptCount: document.receipts.length,
      pending: document.pending,
    }
  );
}

function toDocument({ id, version, agency, state, createdAt, updatedAt }: Kept): Document {
  return structuredClone({ id, version, agency, state, createdAt, updatedAt });
}
