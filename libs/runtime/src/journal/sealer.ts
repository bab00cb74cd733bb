import { addDays, addHours, type Instant, type LocalDate } from '@xietong/domain';
import type { Actor, AgencyRef, AnyAggregate } from '@xietong/kernel';
import { subjectOf } from '../commit/envelope.ts';
import type { CommandRunner } from '../commit/outcome.ts';
import type { Collection } from '../store/store.ts';
import { compareSubjects } from './audit-records.ts';
import { journalIdOf, type SealedHead, SealedJournal, type SealedJournalState, sinceOf } from './sealed-journal.ts';

export interface SealerParts {
  /** Those of the service, the journal among them or not. */
  readonly aggregates: readonly AnyAggregate[];
  readonly collections: ReadonlyMap<string, Collection>;
  readonly commands: CommandRunner;
  readonly agencies: readonly AgencyRef[];
  readonly fault: (what: string, fault: unknown) => void;
  readonly headsMax?: number;
}

/** So many heads stand in one event: with ids of the usual length a tenth of what an event may be. */
const usualHeadsMax = 500;
/**
 * A chain that moved this long before the last seal was begun is sealed once more: clocks of instances differ, and what is told
 * twice does no harm, what is never told does.
 */
const overlapHours = 2;

/**
 * Seals each agency's journal once a day. Any number of instances may do so at once: a page's idempotency key is its day and
 * number, so each page takes effect once, and whoever comes next goes on from the document. A page at a time, and the next only
 * when the one before has left the outbox.
 */
export function sealer({ headsMax = usualHeadsMax, ...parts }: SealerParts): { strike(now: Instant): Promise<void> } {
  const journals = parts.collections.get(SealedJournal.collection);
  /** The days that need no further look: what makes a second's round free on all but the first of a day. */
  const settled = new Map<AgencyRef, LocalDate>();
  const sealable = parts.aggregates
    .filter(({ name }) => name !== SealedJournal.name)
    .sort((one, other) => compareSubjects(subjectOf(one.name, ''), subjectOf(other.name, '')));

  async function strikeOne(agency: AgencyRef, date: LocalDate, now: Instant): Promise<void> {
    // A declaration that runs as it is, without what the runtime adds to it, has no journals.
    if (!journals) return settle(agency, date);
    const [journal] = await journals.load([journalIdOf(agency)]);
    if (!journal) {
      // What was begun today is sealed tomorrow; until then there is nothing to seal.
      const begunBefore: Instant = `${addDays(date, 1)}T00:00:00.000Z`;
      const isEmpty = (await headsOf({ agency, begunBefore, after: '', limit: 1 })).length === 0;
      return isEmpty ? settle(agency, date) : give(agency, 'open', {}, 'open');
    }
    const state = journal.state as SealedJournalState;
    if (state.status === 'sealed' && state.date >= date) return settle(agency, date);
    if (journal.pending.count > 0) return;
    const { after, ...next } =
      state.status === 'sealing'
        ? { date: state.date, begunAt: state.begunAt, page: state.page + 1, after: state.after }
        : { date, begunAt: now, page: 1, after: '' };
    const since = sinceOf(state);
    const moved = since === undefined ? {} : { since: addHours(since, -overlapHours) };
    const heads = await headsOf({ agency, ...moved, after, limit: headsMax + 1 });
    const page = { ...next, isLast: heads.length <= headsMax, heads: heads.slice(0, headsMax) };
    await give(agency, 'seal', page, `${page.date}/${page.page}`);
  }

  function settle(agency: AgencyRef, date: LocalDate): void {
    settled.set(agency, date);
  }

  async function headsOf({ after, limit, ...of }: Parameters<Collection['heads']>[0]): Promise<SealedHead[]> {
    const found: SealedHead[] = [];
    for (const { name, collection } of sealable) {
      const first = subjectOf(name, '');
      const isAfter = after.startsWith(first) || compareSubjects(first, after) > 0;
      if (!isAfter || found.length >= limit) continue;
      const afterId = after.startsWith(first) ? after.slice(first.length) : '';
      const heads = (await parts.collections.get(collection)?.heads({ ...of, after: afterId, limit: limit - found.length })) ?? [];
      found.push(...heads.map(({ id, version, head }) => ({ subject: subjectOf(name, id), version, head })));
    }
    return found;
  }

  async function give(agency: AgencyRef, command: 'open' | 'seal', input: object, idempotencyKey: string): Promise<void> {
    const actor: Actor = { id: 'clock', kind: 'clock', roles: [], agency };
    const about = command === 'open' ? {} : { id: journalIdOf(agency) };
    // No hash of the payload: another instance may have read other versions for the same page, and then its page stands.
    const request = { aggregate: SealedJournal, command, ...about, input, actor, idempotencyKey, payloadHash: '', ifMatch: '*' } as const;
    const outcome = await parts.commands.run(request);
    if (outcome.kind === 'done' || outcome.kind === 'in-flight' || outcome.kind === 'exists') return;
    throw new Error(
      `'${command}' of the journal of ${agency} ended as ${outcome.kind === 'refused' ? outcome.refusal.refused : outcome.kind}`,
    );
  }

  return {
    async strike(now) {
      const date = addDays(now.slice(0, 10) as LocalDate, -1);
      for (const agency of parts.agencies) {
        if ((settled.get(agency) ?? '') >= date) continue;
        await strikeOne(agency, date, now).catch((err: unknown) => parts.fault('a journal is not sealed yet', err));
      }
    },
  };
}
