import { attempt } from '@xietong/kernel';
import { z } from 'zod';
import { eventIdOf, hashOf } from '../commit/envelope.ts';

/** An event as the journal keeps it or the outbox holds it: what an audit needs of it. */
export interface ChainedEvent {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/** What the document of an aggregate says of its events. */
export interface ChainEnd {
  readonly version: number;
  /** Hash of the last event. */
  readonly head: string;
  /** Events in the outbox, in version order; they may stand in the journal already. */
  readonly waiting: readonly { readonly version: number; readonly body: string }[];
}

/** What is wrong with the events of an aggregate; `event` is the id of the first one that is concerned. */
export interface ChainFinding {
  /** `ownerless`: no document is known for these events. `set-back`: the document is older than its events. */
  readonly kind: 'edited' | 'deleted' | 'reordered' | 'truncated' | 'set-back' | 'ownerless';
  readonly event: string;
  readonly sentence: string;
}

// What the chain stands on; the rest of an envelope is covered by the hash.
const Link = z.object({ id: z.string(), subject: z.string(), sequence: z.string(), prevhash: z.string() });

/** A link that does not hold: which of its two ends was altered, what follows will tell. */
interface Doubt {
  readonly before: string;
  readonly after: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * Checks the events of one aggregate, given in version order, against one another and against its document. It keeps the last
 * event's hash and nothing more. The first finding stands: what comes after an altered event says little of its own.
 */
export class ChainCheck {
  readonly #subject: string;
  readonly #end: ChainEnd | undefined;
  readonly #waiting: ReadonlyMap<number, string>;
  #last = { version: 0, hash: '' };
  #doubt: Doubt | undefined;
  #finding: ChainFinding | undefined;

  /** `end` is what the document says; undefined where there is no document. */
  constructor(subject: string, end: ChainEnd | undefined) {
    this.#subject = subject;
    this.#end = end;
    this.#waiting = new Map(end?.waiting.map(({ version, body }) => [version, body]));
  }

  take(event: ChainedEvent): void {
    if (this.#finding) return;
    const expected = this.#last.version + 1;
    if (event.version !== expected) return this.#findOutOfTurn(event.version, expected);
    const link = this.#readLink(event);
    if (!link) return;
    const hash = hashOf(event.body);
    this.#follow(event.id, link.prevhash);
    this.#last = { version: event.version, hash };
    const waiting = this.#waiting.get(event.version);
    if (waiting !== undefined && waiting !== event.body)
      this.#find('edited', event.id, `'${event.id}' was altered: its text in the journal is not the one that waits in the outbox`);
  }

  /** What was found, once every event of the journal has been given. */
  end(): ChainFinding | undefined {
    for (const { version, body } of this.#end?.waiting ?? [])
      if (version > this.#last.version) this.take({ id: this.#idOf(version), version, body });
    if (!this.#finding) this.#compareWithDocument();
    return this.#finding;
  }

  #findOutOfTurn(version: number, expected: number): void {
    if (this.#settleWithoutWitness()) return;
    const id = this.#idOf(expected);
    if (version > expected) this.#find('deleted', id, `'${id}' is missing: the next event that is there has version ${version}`);
    else this.#find('reordered', this.#idOf(version), `'${this.#idOf(version)}' stands where '${id}' was expected`);
  }

  #readLink({ id, version, body }: ChainedEvent): z.output<typeof Link> | undefined {
    const link = Link.safeParse(attempt((): unknown => JSON.parse(body))).data;
    const expected = this.#idOf(version);
    const isSound = id === expected && link?.id === expected && link.subject === this.#subject && Number(link.sequence) === version;
    if (isSound) return link;
    if (this.#settleWithoutWitness()) return undefined;
    const another = findVersion(this.#subject, link?.id ?? '');
    if (another !== undefined && another !== version)
      this.#find('reordered', expected, `where '${expected}' was expected stands the text of '${this.#idOf(another)}'`);
    else this.#find('edited', expected, `'${expected}' was altered: its text does not say that it is this event`);
    return undefined;
  }

  // The event after a broken link tells which side was altered: written after the text that is there, it vouches for it.
  #follow(id: string, prevhash: string): void {
    const holds = prevhash === this.#last.hash;
    if (this.#doubt) return this.#settle(this.#doubt, holds);
    if (holds) return;
    if (this.#last.version === 0)
      return this.#find('edited', id, `'${id}' was altered: it is the first event and none was expected before it, yet it names one`);
    this.#doubt = { before: this.#idOf(this.#last.version), after: id, expected: prevhash, found: this.#last.hash };
  }

  #settle({ before, after, expected, found }: Doubt, isAfterVouchedFor: boolean): void {
    if (isAfterVouchedFor)
      this.#find('edited', before, `'${before}' was altered: '${after}' expected ${short(expected)} and its text has ${short(found)}`);
    else
      this.#find(
        'edited',
        after,
        `'${after}' was altered: it neither follows on '${before}' (${short(found)} was expected, it names ${short(expected)}) nor is followed`,
      );
  }

  #settleWithoutWitness(): boolean {
    if (!this.#doubt) return false;
    const { before, after, expected, found } = this.#doubt;
    const sentence = `'${before}' or '${after}' was altered: ${short(expected)} was expected, the text of the first has ${short(found)}`;
    this.#find('edited', before, sentence);
    return true;
  }

  #compareWithDocument(): void {
    const { version, hash } = this.#last;
    const end = this.#end;
    if (this.#doubt && end?.version === version) return this.#settle(this.#doubt, end.head === hash);
    if (this.#settleWithoutWitness()) return;
    if (!end) return this.#find('ownerless', this.#idOf(1), `no document has '${this.#subject}', of which events are there`);
    const last = this.#idOf(version);
    const next = this.#idOf(version + 1);
    if (version < end.version)
      this.#find(
        'truncated',
        next,
        `'${next}' is missing at the end: the document is at version ${end.version}, its events end at ${version}`,
      );
    else if (version > end.version)
      this.#find(
        'set-back',
        this.#idOf(end.version + 1),
        `the document of '${this.#subject}' is at version ${end.version}: it was set back, its events go on to ${version}`,
      );
    else if (end.head !== hash)
      this.#find('edited', last, `'${last}' was altered: the document expected ${short(end.head)} and its text has ${short(hash)}`);
  }

  #find(kind: ChainFinding['kind'], event: string, sentence: string): void {
    this.#finding = { kind, event, sentence };
  }

  #idOf(version: number): string {
    return eventIdOf(this.#subject, version);
  }
}

// Enough of a hash to tell two apart by eye; what should be a hash may be anything once it was altered.
const short = (hash: string): string => `${hash.replace(/[^0-9a-f]/g, '').slice(0, 12) || 'none'}…`;

// What an altered text says of itself is not repeated, unless it is the number of an event.
function findVersion(subject: string, id: string): number | undefined {
  const digits = id.startsWith(`${subject}/`) ? /^[1-9]\d{0,9}$/.exec(id.slice(subject.length + 1))?.[0] : undefined;
  return digits === undefined ? undefined : Number(digits);
}
