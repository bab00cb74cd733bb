import { hash } from 'node:crypto';
import type { Instant } from '@xietong/domain';
import {
  type Access,
  type AgencyRef,
  type AnyAggregate,
  type DomainEvent,
  isRefusal,
  type Lookup,
  namesAttachments,
} from '@xietong/kernel';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import { audienceWordsOf, sightOf } from '../access/sight.ts';
import { keysOf } from '../store/store-keys.ts';
import { type Document, type OutboxEntry, type Receipt, receiptsMax, type Stored, type Write } from '../store/store.ts';
import { type EnvelopeContext, hashOf, subjectOf, toCloudEvent } from './envelope.ts';
import { findNamed, holdNamed, nothingNamed } from './named-attachments.ts';
import type { CommandRequest, Outcome } from './outcome.ts';

/**
 * How many events may wait on one aggregate before it answers "overloaded": WiredTiger rewrites the whole document at each
 * write, and at 300 waiting events a write costs four times as much. No more than there are receipts: one that is pushed out
 * is looked for in the journal, where an event comes only once it is sent.
 */
export const outboxMax = receiptsMax;

/** How long the text of one event may be, in bytes: a broker takes a request of 1 MiB, and one that it refuses would hold up all behind it. */
export const eventBytesMax = 900_000;

/** An aggregate as a batch of jobs leaves it, before it is written. */
export interface Draft {
  readonly id: string;
  readonly expected: number;
  version: number;
  agency: AgencyRef | undefined;
  state: object | undefined;
  head: string;
  createdAt: Instant | undefined;
  updatedAt: Instant | undefined;
  readonly known: readonly Receipt[];
  /** How many receipts the document keeps; at `receiptsMax` it may have dropped others. */
  readonly receiptCount: number;
  readonly waiting: number;
  readonly events: OutboxEntry[];
  readonly receipts: Receipt[];
}

/** What deciding needs from outside; nothing here is read from the world by the rule itself. */
export interface Surroundings {
  readonly context: string;
  readonly now: Instant;
  readonly newId: () => string;
  readonly look: Lookup;
  readonly attachments?: AttachmentStore;
  /** The agencies that this deployment serves. */
  readonly agencies: ReadonlySet<AgencyRef>;
  /** Asks the journal for a receipt that the document's bounded list may have dropped. */
  readonly findReceipt: (subject: string, key: string) => Promise<Receipt | undefined>;
}

export function draftOf(id: string, stored: Stored | undefined): Draft {
  return {
    id,
    expected: stored?.version ?? 0,
    version: stored?.version ?? 0,
    agency: stored?.agency,
    state: stored?.state,
    head: stored?.head ?? '',
    createdAt: stored?.createdAt,
    updatedAt: stored?.updatedAt,
    known: stored ? [stored.created, ...stored.receipts] : [],
    receiptCount: stored?.receiptCount ?? 0,
    waiting: stored?.pending.count ?? 0,
    events: [],
    receipts: [],
  };
}

/** The hash under which a key is remembered: unique for actor, route and key, and it tells nobody who used it. */
export function receiptKeyOf({ actor, aggregate, command, id, idempotencyKey }: CommandRequest): string {
  return hash('sha256', [actor.id, aggregate.name, command, id ?? '', idempotencyKey].join('\n'), 'base64url');
}

/** A command with the key of its receipt. */
export interface KeyedRequest {
  readonly request: CommandRequest;
  readonly key: string;
}

/** What a job found: an answer, a receipt whose answer is to be given again, or that the draft has moved on. */
export type Judgement =
  | Exclude<Outcome, { kind: 'done' }>
  | { readonly kind: 'replay'; readonly receipt: Receipt }
  | { readonly kind: 'decided'; readonly document: Document };

/**
 * Judges one command on a draft, in the order of the write path: audience, receipt, `If-Match`, `allow`, the files that it names, `decide`, `evolve`.
 * Where it is `decided`, the draft holds the new state and the events to write.
 */
export async function judge({ request, key }: KeyedRequest, draft: Draft, around: Surroundings): Promise<Judgement> {
  const { aggregate, actor } = request;
  const row = aggregate.commands[request.command];
  if (!row) throw new Error(`'${aggregate.name}' has no command '${request.command}'`);
  if (draft.state && sightOf(actor, aggregate, draft.state) === 'nothing')
    return row.kind === 'create' ? { kind: 'exists', id: draft.id } : { kind: 'absent' };

  const receipt =
    [...draft.receipts, ...draft.known].find((known) => known.key === key) ??
    (draft.receiptCount >= receiptsMax ? await around.findReceipt(subjectOf(aggregate.name, draft.id), key) : undefined);
  if (receipt) return receipt.payload === request.payloadHash ? { kind: 'replay', receipt } : { kind: 'key-reused' };

  if (draft.waiting + draft.events.length >= outboxMax) return { kind: 'overloaded' };
  if (row.kind === 'create' && draft.state) return { kind: 'exists', id: draft.id };
  if (row.kind === 'command' && !draft.state) return { kind: 'absent' };
  if (request.ifMatch !== '*' && request.ifMatch !== draft.version) return { kind: 'stale', version: draft.version };
  // A row's `allow` is for the state its own `decide` takes; the kernel's types have seen to that.
  if (!(row.allow as Access<unknown>).permits(actor, draft.state)) return { kind: 'denied' };

  const named = namesAttachments(row.input) ? await findNamed(row.input, request, around.attachments) : nothingNamed;
  if ('missing' in named) return { kind: 'attachment-unknown', field: named.missing.field };
  const gathered = await row.gather?.(around.look, request.input as never, draft.state as never, draft.id);
  const answer = row.decide(draft.state as never, request.input as never, {
    id: draft.id,
    now: around.now,
    actor,
    newId: around.newId,
    gathered: gathered as never,
    attachment: named.attachment,
  });
  if (isRefusal(answer)) return { kind: 'refused', refusal: answer };
  const gone = await holdNamed(named, subjectOf(aggregate.name, draft.id), around);
  if (gone) return { kind: 'attachment-unknown', field: gone.field };
  const obstacle = advance(draft, answer, request, { key, payload: request.payloadHash }, around);
  return obstacle ? { kind: obstacle } : { kind: 'decided', document: documentOf(draft) };
}

// All or nothing: an obstacle, or a fault in `evolve`, or in the schema of an event or of the state, leaves the draft as it was for the jobs behind.
function advance(
  draft: Draft,
  events: readonly DomainEvent[],
  request: CommandRequest,
  hashes: Omit<Receipt, 'version'>,
  around: Surroundings,
): 'not-served' | 'too-large' | undefined {
  const { aggregate, actor } = request;
  const states = statesAfter(aggregate, draft.state, events);
  const agency = draft.agency ?? aggregate.agency?.(states[0] as never) ?? actor.agency;
  if (!agency) throw new Error(`'${aggregate.name}' can only be begun by someone of an agency`);
  // Of whoever begins a thing for his own agency the route has asked this; an aggregate may name another.
  if (draft.version === 0 && aggregate.agency && !around.agencies.has(agency)) return 'not-served';
  const about: EnvelopeContext = {
    context: around.context,
    aggregate,
    id: draft.id,
    agency,
    now: around.now,
    actor: actor.id,
    ...(request.traceparent === undefined ? {} : { traceparent: request.traceparent }),
    correlationId: request.correlationId ?? around.newId(),
    ...(request.causationId === undefined ? {} : { causationId: request.causationId }),
  };
  let { version, head } = draft;
  const entries: OutboxEntry[] = [];
  for (const event of events) {
    version += 1;
    const entry = toCloudEvent(event, version, head, about);
    if (Buffer.byteLength(entry.body) > eventBytesMax) return 'too-large';
    head = hashOf(entry.body);
    entries.push(entry);
  }
  const receipt = { ...hashes, version };
  const last = entries.pop();
  if (!last) throw new Error(`'${request.command}' of '${aggregate.name}' decided on no event`);
  const sound = aggregate.state.parse(states.at(-1)) as object;
  draft.events.push(...entries, { ...last, receipt });
  draft.receipts.push(receipt);
  Object.assign(draft, { agency, state: sound, version, head, createdAt: draft.createdAt ?? around.now, updatedAt: around.now });
  return undefined;
}

/** The states that the events lead to, one after the other. */
function statesAfter(aggregate: AnyAggregate, before: object | undefined, events: readonly DomainEvent[]): object[] {
  const states: object[] = [];
  for (const event of events) states.push(aggregate.evolve((states.at(-1) ?? before) as never, event as never));
  return states;
}

/** The document that the draft is. Throws where nothing has begun it. */
export function documentOf({ id, version, agency, state, createdAt, updatedAt }: Draft): Document {
  if (!agency || !state || !createdAt || !updatedAt) throw new Error(`'${id}' was begun by a command that emitted nothing`);
  return { id, version, agency, state, createdAt, updatedAt };
}

/** The one write that makes a draft true; each job has checked the state that it left against its schema. */
export function writeOf(draft: Draft, aggregate: AnyAggregate, now: Instant): Write {
  const state = draft.state as object;
  const due = aggregate.due?.(state as never);
  return {
    id: draft.id,
    expected: draft.expected,
    version: draft.version,
    agency: draft.agency as AgencyRef,
    state,
    audience: audienceWordsOf(aggregate, state),
    keys: keysOf(aggregate, state),
    tags: tagsOf(aggregate, state),
    ...(due ? { due } : {}),
    head: draft.head,
    events: draft.events,
    receipts: draft.receipts,
    now,
  };
}

function tagsOf(aggregate: AnyAggregate, state: object): Write['tags'] {
  return Object.fromEntries(Object.entries(aggregate.tags).map(([name, of]) => [name, of(state as never)]));
}
