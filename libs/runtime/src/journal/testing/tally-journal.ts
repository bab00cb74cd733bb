import type { Instant, LocalDate } from '@xietong/domain';
import type { AgencyRef, AnyAggregate, DomainEvent } from '@xietong/kernel';
import { eventIdOf, hashOf, subjectOf, toCloudEvent } from '../../commit/envelope.ts';
import { Tallies, tallyAdded, tallyBegun } from '../../commit/testing/tally.ts';
import { type AuditRecord, type AuditSource, compareSubjects, type DocumentRecord, type EntryRecord } from '../audit-records.ts';
import { journalIdOf, journalOpened, journalSealed, SealedJournal } from '../sealed-journal.ts';

export const rcn: AgencyRef = 'NO-03/rcn';

/** What a tally leaves in a store: its document and its events. A test alters it. */
export interface Kept {
  subject: string;
  document: DocumentRecord['document'] | undefined;
  events: EntryRecord[];
}

/** A tally to which these amounts were added, every event of it in the journal. */
export const aTally = (name: string, amounts: readonly number[], agency = rcn): Kept =>
  chained(Tallies, name, agency, [tallyBegun({ owner: agency }), ...amounts.map((amount) => tallyAdded({ amount }))]);

/** The journal of an agency that was sealed on these days, each time with what was kept then. */
export const aSealedJournal = (days: Readonly<Record<string, readonly Kept[]>>, agency = rcn): Kept =>
  chained(SealedJournal, journalIdOf(agency), agency, [
    journalOpened({ agency }),
    ...Object.entries(days).map(([date, kept]) =>
      journalSealed({
        date: date as LocalDate,
        begunAt: `${date as LocalDate}T23:59:59.999Z`,
        page: 1,
        isLast: true,
        heads: kept.map(({ subject, events }) => ({ subject, version: events.length, head: hashOf(events.at(-1)?.body ?? '') })),
      }),
    ),
  ]);

function chained(aggregate: AnyAggregate, id: string, agency: AgencyRef, happened: readonly DomainEvent[]): Kept {
  const subject = subjectOf(aggregate.name, id);
  const events: EntryRecord[] = [];
  let head = '';
  for (const event of happened) {
    const version = events.length + 1;
    const now: Instant = `2026-11-27T08:00:00.${String(version).padStart(3, '0')}Z`;
    const about = { context: 'tallies', aggregate, id, agency, now, actor: 'someone', correlationId: 'request' };
    const { body } = toCloudEvent(event, version, head, about);
    events.push({ id: eventIdOf(subject, version), subject, version, body });
    head = hashOf(body);
  }
  return { subject, document: { agency, version: events.length, head, waiting: [] }, events };
}

/** The events that a writer would leave who alters one and then makes the chain fit again, head and all. */
export function rehashed({ subject, document, events }: Kept): Kept {
  let head = '';
  const forged = events.map((event) => {
    const body = JSON.stringify({ ...(JSON.parse(event.body) as object), prevhash: head });
    head = hashOf(body);
    return { ...event, body };
  });
  return { subject, document: document && { ...document, version: forged.length, head }, events: forged };
}

/** What an audit walks where these tallies are kept. */
export function sourceOf(...kept: Kept[]): AuditSource {
  const inOrder = [...kept].sort((one, other) => compareSubjects(one.subject, other.subject));
  const records = inOrder.flatMap(({ subject, document, events }): AuditRecord[] => [
    ...(document ? [{ subject, document }] : []),
    ...events,
  ]);
  return {
    context: async () => 'tallies',
    agencies: async () => [rcn],
    async *records() {
      yield* records;
    },
    hashesOf: async (ids) =>
      new Map(kept.flatMap(({ events }) => events).flatMap(({ id, body }) => (ids.has(id) ? [[id, hashOf(body)]] : []))),
  };
}
