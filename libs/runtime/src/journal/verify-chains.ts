import type { AgencyRef } from '@xietong/kernel';
import { subjectOf } from '../commit/envelope.ts';
import { type AuditRecord, type AuditSource, compareSubjects, originIn } from './audit-records.ts';
import { ChainCheck, type ChainFinding } from './chain-check.ts';
import { journalIdOf, SealedJournal } from './sealed-journal.ts';

/** A finding of a walk: of which aggregate, and of which agency where that can be told. */
export interface AggregateFinding extends ChainFinding {
  readonly subject: string;
  readonly agency?: AgencyRef;
}

/** How much a walk has seen. */
export interface Walked {
  readonly aggregates: number;
  readonly events: number;
  /** Of whom anything is there. */
  readonly agencies: ReadonlySet<AgencyRef>;
  /** The agencies' own journals, which hold the seals: how many events each has. */
  readonly journals: ReadonlyMap<AgencyRef, number>;
}

export interface VerifyRequest {
  readonly source: AuditSource;
  /** Of one agency only. */
  readonly agency?: AgencyRef;
  readonly found: (finding: AggregateFinding) => void;
}

/** Records that do not come in the order of their subjects: nothing can be said of them. */
export class OutOfOrder extends Error {
  constructor(subject: string) {
    super(`the records are not in the order of their subjects: '${subject}' comes too late`);
    this.name = 'OutOfOrder';
  }
}

/** Walks a journal and reports of each aggregate the first event that is not what it was. Memory does not grow with the journal. */
export async function verifyChains({ source, agency, found }: VerifyRequest): Promise<Walked> {
  let aggregates = 0;
  let events = 0;
  const agencies = new Set<AgencyRef>();
  const journals = new Map<AgencyRef, number>();
  for await (const { checked, finding } of checkedSubjects(source.records())) {
    if (agency !== undefined && checked.agency !== undefined && checked.agency !== agency) continue;
    aggregates += 1;
    events += checked.events;
    if (checked.agency !== undefined) agencies.add(checked.agency);
    if (checked.agency !== undefined && checked.subject === subjectOf(SealedJournal.name, journalIdOf(checked.agency)))
      journals.set(checked.agency, checked.events);
    const lasting = finding && source.again ? await findAgain(source.again(checked.subject)) : finding;
    if (lasting) found({ ...lasting, subject: checked.subject, ...(checked.agency === undefined ? {} : { agency: checked.agency }) });
  }
  return { aggregates, events, agencies, journals };
}

interface Checked {
  readonly subject: string;
  readonly check: ChainCheck;
  agency: AgencyRef | undefined;
  events: number;
}

async function* checkedSubjects(
  records: AsyncIterable<AuditRecord>,
): AsyncGenerator<{ checked: Checked; finding: ChainFinding | undefined }> {
  let current: Checked | undefined;
  for await (const record of records) {
    if (current?.subject !== record.subject) {
      if (current && compareSubjects(record.subject, current.subject) < 0) throw new OutOfOrder(record.subject);
      if (current) yield { checked: current, finding: current.check.end() };
      current = begun(record);
    } else if ('document' in record) throw new OutOfOrder(record.subject);
    if ('document' in record) continue;
    current.events += 1;
    current.check.take(record);
  }
  if (current) yield { checked: current, finding: current.check.end() };
}

function begun(record: AuditRecord): Checked {
  const { subject } = record;
  if ('document' in record) return { subject, check: new ChainCheck(subject, record.document), agency: record.document.agency, events: 0 };
  return { subject, check: new ChainCheck(subject, undefined), agency: originIn(record.body)?.agency, events: 0 };
}

async function findAgain(records: AsyncIterable<AuditRecord>): Promise<ChainFinding | undefined> {
  for await (const { finding } of checkedSubjects(records)) return finding;
  return undefined;
}
