import { hash } from 'node:crypto';
import type { Instant } from '@xietong/domain';
import { type AgencyRef, type AnyAggregate, type EventReader, eventReader, type Lookup } from '@xietong/kernel';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { Relay } from '../relay/relay.ts';
import { type Collection, type Document, type Receipt, type Store, type Stored, StoreUnavailable } from '../store/store.ts';
import { batcher } from './batcher.ts';
import { eventIdOf, subjectOf } from './envelope.ts';
import { type Draft, draftOf, judge, type Judgement, type KeyedRequest, receiptKeyOf, writeOf } from './job.ts';
import type { CommandRunner, Outcome } from './outcome.ts';
import { rememberedDocuments } from './remembered.ts';

export interface CommandRunnerParts {
  readonly context: string;
  readonly store: Store;
  readonly collections: ReadonlyMap<string, Collection>;
  readonly relay: Pick<Relay, 'handOver'>;
  readonly look: Lookup;
  /** Only where commands name files. */
  readonly attachments?: AttachmentStore;
  /** The agencies that this deployment serves: an aggregate that names its agency is begun for one of them only. */
  readonly agencies: ReadonlySet<AgencyRef>;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/** What the jobs of a lane are judged on: nothing, since they create; a read; or the document as this instance wrote it last. */
type Basis = 'nothing' | 'read' | Stored;

type Judged = { readonly job: Job } & ({ readonly judgement: Judgement } | { readonly fault: unknown });

interface Job extends KeyedRequest {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (fault: unknown) => void;
}

/** A document to be read, with those of its receipts that these keys left. */
interface Asked {
  readonly id: string;
  readonly keys: readonly string[];
}

const loadAll = (collection: Collection, asked: readonly Asked[]) =>
  collection.load(
    asked.map(({ id }) => id),
    asked.flatMap(({ keys }) => keys),
  );

/** Jobs of one aggregate that are decided together and share a read and a write. */
const jobsMax = 50;
/** An instance that loses this many races in a row on one aggregate gives up; its callers may try again. */
const attemptsMax = 50;

/**
 * The write path. A lane is the queue of one aggregate in this process: its jobs are judged in order on one read and go out
 * in one write; lanes that are ready at the same time share a group commit. (Protocol: `docs/write-path.md`.)
 */
export function commandRunner(parts: CommandRunnerParts): CommandRunner {
  const lanes = new Map<string, Job[]>();
  const inFlight = new Set<string>();
  const remembered = rememberedDocuments();
  const ports = new Map(
    [...parts.collections].map(([name, collection]) => [
      name,
      { collection, load: batcher((asked: readonly Asked[]) => loadAll(collection, asked)), write: batcher(collection.write) },
    ]),
  );

  const portsOf = ({ collection }: AnyAggregate) => {
    const found = ports.get(collection);
    if (!found) throw new Error(`no collection '${collection}' in this service`);
    return found;
  };

  async function attempt(lane: string, id: string, jobs: readonly Job[], basis: Basis): Promise<'settled' | 'again'> {
    const { aggregate } = (jobs[0] as Job).request;
    const { load, write } = portsOf(aggregate);
    const keys = jobs.map(({ key }) => key);
    const isRemembered = typeof basis === 'object';
    const stored = isRemembered ? basis : basis === 'read' ? await load({ id, keys }) : undefined;
    const draft = draftOf(id, stored);
    const now = parts.now();
    const judged = await judgeAll(jobs, draft, now);
    // Only decisions rest on what was not read: a refusal may be the repeat of a command that was decided when it still could be.
    if (basis !== 'read' && !judged.every(isDecided)) return 'again';
    if (draft.events.length > 0) {
      const unseenKeys = isRemembered ? { unseenKeys: keys } : {};
      if ((await write({ ...writeOf(draft, aggregate, now), ...unseenKeys })) === 'lost') return 'again';
      parts.relay.handOver({ aggregate, id, entries: draft.events, pendingVersion: stored?.pending.version ?? 0 });
      remembered.keep(lane, draft);
    }
    await Promise.all(judged.map((each) => settle(each, aggregate, id)));
    return 'settled';
  }

  async function judgeAll(jobs: readonly Job[], draft: Draft, now: Instant): Promise<Judged[]> {
    const { context, newId, look, agencies, attachments } = parts;
    const around = {
      context,
      now,
      newId,
      look,
      agencies,
      findReceipt: parts.store.journal.findReceipt,
      ...(attachments ? { attachments } : {}),
    };
    const judged: Judged[] = [];
    for (const job of jobs) {
      try {
        judged.push({ job, judgement: await judge(job, draft, around) });
      } catch (fault) {
        judged.push({ job, fault });
      }
    }
    return judged;
  }

  async function settle(judged: Judged, aggregate: AnyAggregate, id: string): Promise<void> {
    if ('fault' in judged) judged.job.reject(judged.fault);
    else judged.job.resolve(await answerOf(judged.judgement, aggregate, id));
  }

  async function answerOf(judgement: Judgement, aggregate: AnyAggregate, id: string): Promise<Outcome> {
    switch (judgement.kind) {
      case 'decided':
        return { kind: 'done', document: judgement.document, replayed: false };
      case 'replay':
        return { kind: 'done', document: await documentAt(aggregate, id, judgement.receipt), replayed: true };
      default:
        return judgement;
    }
  }

  // The first answer again: the document as it was at the receipt's version, folded from its events when it has moved on.
  async function documentAt(aggregate: AnyAggregate, id: string, { version }: Receipt): Promise<Document> {
    const { load, collection } = portsOf(aggregate);
    // The first write may still be on its way to a majority; an answer given on it now would promise what a failover can take back.
    if (!(await collection.isDurable(id, version))) throw new StoreUnavailable(new Error('the first write is not durable yet'));
    const stored = await load({ id, keys: [] });
    if (!stored) throw new Error(`'${aggregate.name}/${id}' has a receipt but no document`);
    if (stored.version === version) return toDocument(stored);
    const subject = subjectOf(aggregate.name, id);
    // The outbox first: what leaves it meanwhile has come into the journal before.
    const waiting = (await collection.outbox([id])).get(id) ?? [];
    const kept = await parts.store.journal.read(subject, 0, version);
    const bodies = new Map([...waiting, ...kept].map((entry) => [entry.version, entry.body]));
    return fold(
      aggregate,
      eventReader(parts.context, aggregate.events),
      stored,
      version,
      (v) => bodies.get(v) ?? missing(eventIdOf(subject, v)),
    );
  }

  function basisOf(lane: string, jobs: readonly Job[]): Basis {
    // A create's own id is new but for a repeat, so it need not be read first: a repeat loses the insert, or is refused by now, and is read then.
    if (jobs.every(({ request }) => request.aggregate.commands[request.command]?.kind === 'create')) return 'nothing';
    return remembered.take(lane) ?? 'read';
  }

  async function runLane(lane: string, id: string): Promise<void> {
    const queue = lanes.get(lane) as Job[];
    while (queue.length > 0) {
      const jobs = queue.splice(0, jobsMax);
      let basis = basisOf(lane, jobs);
      try {
        for (let tries = 1; (await attempt(lane, id, jobs, basis)) === 'again'; tries += 1) {
          basis = 'read';
          if (tries >= attemptsMax) throw new Error(`'${lane}' lost ${attemptsMax} races in a row`);
        }
      } catch (fault) {
        jobs.forEach(({ reject }) => reject(fault));
      }
    }
    lanes.delete(lane);
  }

  function enqueue(keyed: KeyedRequest): Promise<Outcome> {
    const { request } = keyed;
    const id = request.id ?? newAggregateId(keyed);
    const lane = `${request.aggregate.collection}/${id}`;
    return new Promise((resolve, reject) => {
      const waiting = lanes.get(lane);
      if (waiting) {
        waiting.push({ ...keyed, resolve, reject });
        return;
      }
      lanes.set(lane, [{ ...keyed, resolve, reject }]);
      void runLane(lane, id);
    });
  }

  return {
    async run(request) {
      const key = receiptKeyOf(request);
      if (inFlight.has(key)) return { kind: 'in-flight' };
      inFlight.add(key);
      try {
        return await enqueue({ request, key });
      } finally {
        inFlight.delete(key);
      }
    },
  };
}

const isDecided = (judged: Judged): boolean => 'judgement' in judged && judged.judgement.kind === 'decided';

function newAggregateId({ request, key }: KeyedRequest): string {
  const row = request.aggregate.commands[request.command];
  if (row?.kind !== 'create') throw new Error(`'${request.command}' needs the id of its '${request.aggregate.name}'`);
  return row.id?.(request.input as never, request.actor) ?? hash('sha256', key, 'base64url').slice(0, 22);
}

function fold(
  aggregate: AnyAggregate,
  read: EventReader,
  latest: Document,
  version: number,
  bodyOf: (version: number) => string,
): Document {
  let state: object | undefined;
  let updatedAt = latest.createdAt;
  for (let v = 1; v <= version; v += 1) {
    const { id, type, time, data } = JSON.parse(bodyOf(v)) as { id: string; type: string; time: Instant; data: unknown };
    const stored = read(type, data);
    if (!stored || 'unfit' in stored)
      throw new Error(`event '${id}' cannot be read any more: ${stored?.unfit ?? `nothing declares ${type}`}`);
    state = aggregate.evolve(state as never, stored.event as never);
    updatedAt = time;
  }
  return { ...toDocument(latest), state: state as object, version, updatedAt };
}

const toDocument = ({ id, version, agency, state, createdAt, updatedAt }: Document): Document => ({
  id,
  version,
  agency,
  state,
  createdAt,
  updatedAt,
});

function missing(id: string): never {
  throw new Error(`event '${id}' is neither in the journal nor in the outbox`);
}
