import { addHours, type Instant } from '@xietong/domain';
import type { AgencyRef, AnyAggregate } from '@xietong/kernel';
import { journalIdOf, SealedJournal, type SealedJournalState, sinceOf } from '../journal/sealed-journal.ts';
import type { Collection, Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

export interface MeasuredWritePath {
  readonly aggregates: readonly AnyAggregate[];
  readonly store: Pick<Store, 'due'>;
  readonly collections: ReadonlyMap<string, Collection>;
  readonly agencies: readonly AgencyRef[];
}

/** The clock strikes every ten seconds, so what is due for longer was tried and refused, or nobody tries. */
const overdueHours = 1 / 60;
const overdueMax = 1_000;

/** Reads off the database what waits in it: events to be sent, deadlines to be carried out, journals to be sealed. */
export async function measureWritePath(
  { aggregates, store, collections, agencies }: MeasuredWritePath,
  now: Instant,
  metrics: Metrics,
): Promise<void> {
  await Promise.all([
    ...[...collections].map(([name, collection]) => measureOutbox(name, collection, now, metrics)),
    measureDeadlines(aggregates, store, now, metrics),
    measureJournals(collections.get(SealedJournal.collection), agencies, now, metrics),
  ]);
}

async function measureOutbox(name: string, collection: Collection, now: Instant, { outboxDepth, outboxOldest }: Metrics): Promise<void> {
  const [depth, since] = await Promise.all([collection.pendingCount(), collection.pendingSince()]);
  outboxDepth.set({ collection: name }, depth);
  outboxOldest.set({ collection: name }, since === undefined ? 0 : secondsSince(since, now));
}

async function measureDeadlines(
  aggregates: readonly AnyAggregate[],
  store: Pick<Store, 'due'>,
  now: Instant,
  { deadlinesOverdue }: Metrics,
): Promise<void> {
  const overdue = Map.groupBy(await store.due(addHours(now, -overdueHours), overdueMax), ({ collection }) => collection);
  for (const { name, collection, due } of aggregates)
    if (due) deadlinesOverdue.set({ aggregate: name }, overdue.get(collection)?.length ?? 0);
}

async function measureJournals(
  journals: Collection | undefined,
  agencies: readonly AgencyRef[],
  now: Instant,
  { journalSealed }: Metrics,
): Promise<void> {
  const found = (await journals?.load(agencies.map(journalIdOf))) ?? [];
  for (const journal of found)
    if (journal)
      journalSealed.set({ agency: journal.agency }, secondsSince(sinceOf(journal.state as SealedJournalState) ?? journal.createdAt, now));
}

const secondsSince = (then: Instant, now: Instant): number => Math.max(0, Date.parse(now) - Date.parse(then)) / 1_000;
