import type { Instant } from '@xietong/domain';
import { agencyOf, type AnyAggregate, type Attachment, attachmentsIn, eventReader, type Service } from '@xietong/kernel';
import { topicOf } from '@xietong/runtime';
import { type AuditSource, hashOf } from '@xietong/runtime/audit';
import { type Collection, type Draft, draftOf, type Store, writeOf } from '@xietong/runtime/parts';
import { z } from 'zod';

const Published = z.looseObject({
  id: z.string(),
  subject: z.string(),
  source: z.string(),
  type: z.string(),
  sequence: z.string(),
  time: z.string().transform((time) => time as Instant),
  prevhash: z.string(),
  data: z.unknown(),
});
type Published = z.output<typeof Published>;

export interface RollForwardParts {
  /** With the runtime's own aggregates. */
  readonly service: Service;
  readonly store: Store;
  readonly source: Pick<AuditSource, 'hashesOf'>;
  /** The texts of the service's events, each topic's in its order. */
  readonly published: AsyncIterable<string>;
}

/** What the topics had beyond the store: each aggregate with the versions that were added, what could not be, and files that these name and that are gone. */
export interface RolledForward {
  readonly moved: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
  readonly findings: readonly string[];
  readonly lostFiles: readonly string[];
}

interface OpenDraft {
  readonly aggregate: AnyAggregate;
  readonly draft: Draft;
  /** What it names in any of the versions that are added. */
  readonly attachments: Map<string, Attachment>;
}

const eventsAtOnce = 500;

/**
 * Brings a restored store up to what was published: an event is a fact that others have counted, so its version is never used again.
 * Each event must follow the head of its chain and is folded like the service's own, through the service's own write; its receipt is not
 * in its text and stays unknown. Nothing may write to the store meanwhile; throws where something did.
 */
export async function rollForward(parts: RollForwardParts): Promise<RolledForward> {
  const roller = new Roller(parts, await openCollections(parts));
  let chunk: string[] = [];
  for await (const text of parts.published) {
    chunk.push(text);
    if (chunk.length < eventsAtOnce) continue;
    await roller.take(chunk);
    chunk = [];
  }
  await roller.take(chunk);
  return roller.result;
}

async function openCollections({ service, store }: RollForwardParts): Promise<ReadonlyMap<AnyAggregate, Collection>> {
  const opened = new Map<AnyAggregate, Collection>();
  for (const aggregate of service.aggregates) {
    const { collection, keys, tags } = aggregate;
    opened.set(aggregate, await store.collection(collection, { keys: Object.keys(keys), tags: Object.keys(tags) }));
  }
  return opened;
}

class Roller {
  readonly #parts: RollForwardParts;
  readonly #collections: ReadonlyMap<AnyAggregate, Collection>;
  readonly #read: ReturnType<typeof eventReader>;
  readonly #drafts = new Map<string, OpenDraft>();
  readonly #moved = new Map<string, { from: number; to: number }>();
  /** Of each chain that does not fit, the first event that does not. */
  readonly #stuck = new Map<string, string>();
  readonly #lostFiles: string[] = [];

  constructor(parts: RollForwardParts, collections: ReadonlyMap<AnyAggregate, Collection>) {
    this.#parts = parts;
    this.#collections = collections;
    const { context, aggregates } = parts.service;
    this.#read = eventReader(
      context,
      aggregates.flatMap(({ events }) => events),
    );
  }

  get result(): RolledForward {
    return { moved: this.#moved, findings: [...this.#stuck.values()], lostFiles: this.#lostFiles };
  }

  async take(texts: readonly string[]): Promise<void> {
    const events = texts.map((text) => ({ text, event: Published.parse(JSON.parse(text)) }));
    const known = new Map(await this.#parts.source.hashesOf(new Set(events.map(({ event }) => event.id))));
    for (const { text, event } of events) {
      if (this.#stuck.has(event.subject)) continue;
      const hash = hashOf(text);
      const wrong = known.has(event.id) ? otherThan(known.get(event.id), hash) : await this.#advance(event, text);
      if (wrong) this.#stuck.set(event.subject, `${event.id} ${wrong}`);
      else known.set(event.id, hash);
    }
    await this.#flush();
  }

  /** Takes an event that the store has not; says why it cannot. */
  async #advance(event: Published, text: string): Promise<string | undefined> {
    const open = await this.#open(event);
    if (!open) return 'is of an aggregate that this version of the service does not know';
    const { aggregate, draft, attachments } = open;
    const version = Number(event.sequence);
    if (version !== draft.version + 1) return `is in its topic, but the store ends at version ${draft.version}`;
    if (event.prevhash !== draft.head) return `does not follow version ${draft.version} of the store: its prevhash is another`;
    const data = this.#read(event.type, event.data);
    if (!data || 'unfit' in data) return `cannot be read by this version of the service: ${data ? data.unfit : event.type}`;
    const agency = agencyOf(event.source);
    draft.state = aggregate.state.parse(aggregate.evolve(draft.state as never, data.event as never)) as object;
    for (const attachment of attachmentsIn(aggregate.state, draft.state)) attachments.set(attachment.id, attachment);
    draft.events.push({ version, topic: topicOf(agency, this.#parts.service.context), body: text });
    const first = this.#moved.get(event.subject)?.from ?? version;
    this.#moved.set(event.subject, { from: first, to: version });
    Object.assign(draft, { version, head: hashOf(text), agency, updatedAt: event.time });
    draft.createdAt ??= event.time;
    return undefined;
  }

  async #open({ subject, time }: Published): Promise<OpenDraft | undefined> {
    const before = this.#drafts.get(subject);
    // A document is dated by its first command, so what begins it is written apart from what comes later.
    if (before?.draft.expected === 0 && before.draft.createdAt !== time) await this.#flush();
    const open = this.#drafts.get(subject);
    if (open) return open;
    const [name, id] = [subject.slice(0, subject.indexOf('/')), subject.slice(subject.indexOf('/') + 1)];
    const aggregate = this.#parts.service.aggregates.find((each) => each.name === name);
    if (!aggregate) return undefined;
    const [stored] = await this.#collection(aggregate).load([id]);
    const opened = { aggregate, draft: draftOf(id, stored), attachments: new Map<string, Attachment>() };
    this.#drafts.set(subject, opened);
    return opened;
  }

  #collection(aggregate: AnyAggregate): Collection {
    const found = this.#collections.get(aggregate);
    if (!found) throw new Error(`'${aggregate.name}' has no collection`);
    return found;
  }

  /** Writes the drafts as the service does, then archives their outboxes and marks them as sent: they are. */
  async #flush(): Promise<void> {
    const ready = [...this.#drafts.values()].filter(({ draft }) => draft.events.length > 0);
    this.#drafts.clear();
    for (const each of ready) await this.#holdFiles(each);
    for (const [aggregate, some] of Map.groupBy(ready, (each) => each.aggregate)) {
      const collection = this.#collection(aggregate);
      const drafts = some.map(({ draft }) => draft);
      const verdicts = await collection.write(drafts.map((draft) => writeOf(withReceipt(draft), aggregate, draft.updatedAt as Instant)));
      if (verdicts.includes('lost')) throw new Error('another process wrote to the store: end it, drop the database and restore again');
      const waiting = await collection.outbox(drafts.map(({ id }) => id));
      const entries = [...waiting].flatMap(([id, outbox]) => outbox.map((entry) => toEntry(`${aggregate.name}/${id}`, entry)));
      await this.#parts.store.journal.append(entries);
      await collection.markSent(drafts.map(({ id, version }) => ({ id, version })));
    }
  }

  /** A file that was in the backup before anything named it is named now: without this the sweep would remove it. One that came later is gone. */
  async #holdFiles({ aggregate, draft, attachments }: OpenDraft): Promise<void> {
    if (attachments.size === 0) return;
    const files = await this.#parts.store.attachments();
    const subject = `${aggregate.name}/${draft.id}`;
    // Due at once: the sweep then finds the event in the journal, and leaves the file for good.
    const there = await files.hold([...attachments.keys()], subject, draft.updatedAt as Instant);
    for (const { id, name } of attachments.values()) if (!there.includes(id)) this.#lostFiles.push(`${subject}: ${id} (${name})`);
  }
}

const otherThan = (stored: string | undefined, published: string): string | undefined =>
  stored === published ? undefined : 'has another text in its topic than in the store: this is not the store of these topics';

// A document holds the receipt of what began it. That one is lost: an empty key is the hash of nothing, so no request ever meets it.
const withReceipt = (draft: Draft): Draft =>
  draft.expected === 0 ? { ...draft, receipts: [{ key: '', payload: '', version: draft.version }] } : draft;

const toEntry = (subject: string, { version, body, receipt }: Draft['events'][number]) => ({
  id: `${subject}/${version}`,
  subject,
  version,
  body,
  ...(receipt ? { receipt } : {}),
});
