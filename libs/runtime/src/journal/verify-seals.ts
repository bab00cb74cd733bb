import type { LocalDate } from '@xietong/domain';
import { type AgencyRef, AgencyRef as AgencyRefSchema, attempt, wireType } from '@xietong/kernel';
import { z } from 'zod';
import { eventIdOf, hashOf, subjectOf } from '../commit/envelope.ts';
import type { AuditSource } from './audit-records.ts';
import { ChainCheck } from './chain-check.ts';
import { journalIdOf, journalSealed, SealedJournal } from './sealed-journal.ts';
import type { AggregateFinding } from './verify-chains.ts';

/** A seal that does not agree with the store, or with the seals around it. */
export interface SealFinding extends Omit<AggregateFinding, 'kind'> {
  /** `seal-broken`: the store is no longer what was sealed. The others are about the seals themselves. */
  readonly kind: 'seal-broken' | 'seal-altered' | 'seal-missing';
  readonly agency: AgencyRef;
  readonly date?: LocalDate;
}

/** How far an agency's journal is sealed by its topic. */
export interface SealedTo {
  readonly agency: AgencyRef;
  readonly date: LocalDate | undefined;
  /** Of the last seal: who writes it down elsewhere can tell later whether the topic is the same. */
  readonly head: string;
}

export interface VerifySealsRequest {
  readonly source: AuditSource;
  /** The exact texts of the service's events, each topic in its order; all but the journals' own are passed over. */
  readonly published: AsyncIterable<string>;
  /** How many events each agency's journal has in the store, read before the topic was. */
  readonly kept: ReadonlyMap<AgencyRef, number>;
  /** Whose seals are compared; a broker may hold those of other stores as well. */
  readonly agencies: ReadonlySet<AgencyRef>;
  readonly found: (finding: SealFinding) => void;
}

/** What the topic claims of the store: that this event has this text. */
interface Claim {
  readonly id: string;
  readonly hash: string;
  readonly agency: AgencyRef;
  readonly date: LocalDate;
  readonly subject: string;
}

const claimsMax = 50_000;

/** Compares a store with what its topic has sealed, and names of each day and agency the first aggregate that differs. */
export async function verifySeals({ source, published, kept, agencies, found }: VerifySealsRequest): Promise<SealedTo[]> {
  const journals = new Map<AgencyRef, PublishedJournal>();
  const broken = new BrokenDays();
  let claims: Claim[] = [];
  const compare = async (): Promise<void> => {
    const hashes = await source.hashesOf(new Set(claims.map(({ id }) => id)));
    for (const claim of claims) broken.judge(claim, hashes.get(claim.id));
    claims = [];
  };

  for await (const body of published) {
    const event = readJournalEvent(body);
    if (!event || !agencies.has(event.agency)) continue;
    const journal = journals.get(event.agency) ?? new PublishedJournal(event.agency);
    journals.set(event.agency, journal);
    claims.push(...journal.take(event));
    if (claims.length >= claimsMax) await compare();
  }
  await compare();

  broken.report(found);
  for (const journal of journals.values()) journal.report(found);
  for (const [agency, events] of kept) if (agencies.has(agency)) reportMissing(agency, events, journals.get(agency), found);
  return [...journals.values()].map((journal) => journal.sealedTo());
}

const JournalEvent = z.object({
  id: z.string(),
  subject: z.string(),
  sequence: z.string(),
  source: z.string(),
  type: z.string(),
  data: z.unknown(),
});

interface JournalEventRead {
  readonly agency: AgencyRef;
  readonly id: string;
  readonly version: number;
  readonly body: string;
  readonly seal: z.output<typeof journalSealed.schema> | undefined;
}

function readJournalEvent(body: string): JournalEventRead | undefined {
  if (!body.includes(`"subject":"${subjectOf(SealedJournal.name, '')}`)) return undefined;
  const event = JournalEvent.safeParse(attempt((): unknown => JSON.parse(body))).data;
  const [, region, agency, context] = event?.source.split('/') ?? [];
  const ref = AgencyRefSchema.safeParse(`${region}/${agency}`).data;
  if (!event || !ref || context === undefined || event.subject !== subjectOf(SealedJournal.name, journalIdOf(ref))) return undefined;
  const seal = event.type === wireType(context, journalSealed) ? journalSealed.schema.safeParse(event.data).data : undefined;
  return { agency: ref, id: event.id, version: Number(event.sequence), body, seal };
}

/** The journal of an agency as its topic tells it: each event once, however often it was sent. */
class PublishedJournal {
  readonly #agency: AgencyRef;
  readonly #check: ChainCheck;
  readonly #hashes = new Map<number, string>();
  #date: LocalDate | undefined;
  #doubled: string | undefined;

  constructor(agency: AgencyRef) {
    this.#agency = agency;
    this.#check = new ChainCheck(subjectOf(SealedJournal.name, journalIdOf(agency)), undefined);
  }

  get events(): number {
    return Math.max(0, ...this.#hashes.keys());
  }

  take({ id, version, body, seal }: JournalEventRead): Claim[] {
    const hash = hashOf(body);
    const known = this.#hashes.get(version);
    if (known !== undefined) {
      if (known !== hash) this.#doubled ??= id;
      return [];
    }
    this.#hashes.set(version, hash);
    this.#check.take({ id, version, body });
    if (!seal) return [];
    this.#date = seal.date;
    const common = { agency: this.#agency, date: seal.date };
    const subject = subjectOf(SealedJournal.name, journalIdOf(this.#agency));
    const heads = seal.heads.map((each) => ({
      ...common,
      id: eventIdOf(each.subject, each.version),
      hash: each.head,
      subject: each.subject,
    }));
    return [{ ...common, id, hash, subject }, ...heads];
  }

  report(found: (finding: SealFinding) => void): void {
    const finding = this.#check.end();
    const about = {
      kind: 'seal-altered',
      agency: this.#agency,
      subject: subjectOf(SealedJournal.name, journalIdOf(this.#agency)),
    } as const;
    // A topic has no document beside it; that its events end where those of the store do is compared elsewhere.
    if (finding && finding.kind !== 'ownerless') found({ ...about, event: finding.event, sentence: `in the topic, ${finding.sentence}` });
    if (this.#doubled !== undefined) found({ ...about, event: this.#doubled, sentence: `the topic holds two texts of '${this.#doubled}'` });
  }

  sealedTo(): SealedTo {
    return { agency: this.#agency, date: this.#date, head: this.#hashes.get(this.events) ?? '' };
  }
}

/** The first aggregate of each day and agency that is no longer what was sealed, and how many more there are. */
class BrokenDays {
  readonly #first = new Map<string, { claim: Claim; isThere: boolean; others: number }>();

  judge(claim: Claim, hash: string | undefined): void {
    if (hash === claim.hash) return;
    const day = `${claim.agency} ${claim.date}`;
    const first = this.#first.get(day);
    if (first) first.others += 1;
    else this.#first.set(day, { claim, isThere: hash !== undefined, others: 0 });
  }

  report(found: (finding: SealFinding) => void): void {
    for (const { claim, isThere, others } of this.#first.values()) {
      const { id, agency, date, subject } = claim;
      const what = isThere ? `'${id}' has another text in the store` : `'${id}' is no longer in the store`;
      const more = others > 0 ? `, and ${others} more of that day differ` : '';
      found({
        kind: 'seal-broken',
        agency,
        date,
        subject,
        event: id,
        sentence: `the seal of ${date} of ${agency} does not hold: ${what}${more}`,
      });
    }
  }
}

function reportMissing(
  agency: AgencyRef,
  events: number,
  journal: PublishedJournal | undefined,
  found: (finding: SealFinding) => void,
): void {
  const published = journal?.events ?? 0;
  if (published >= events) return;
  const subject = subjectOf(SealedJournal.name, journalIdOf(agency));
  const event = eventIdOf(subject, published + 1);
  const sentence = `'${event}' is in the store and not in the topic: ${events - published} of ${agency}'s seals are missing there`;
  found({ kind: 'seal-missing', agency, subject, event, sentence });
}
