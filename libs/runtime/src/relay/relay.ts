import type { Instant } from '@xietong/domain';
import type { AnyAggregate } from '@xietong/kernel';
import type { Bus } from '../bus/bus.ts';
import { eventIdOf, subjectOf } from '../commit/envelope.ts';
import type { Journal, JournalEntry } from '../journal/journal.ts';
import type { Collection, OutboxEntry } from '../store/store.ts';

/** What a commit hands to the relay: its own events, and the highest version that its read saw waiting already. */
export interface HandOver {
  readonly aggregate: AnyAggregate;
  readonly id: string;
  readonly entries: readonly OutboxEntry[];
  readonly pendingVersion: number;
}

export interface RelayParts {
  readonly collections: ReadonlyMap<string, Collection>;
  readonly aggregates: readonly AnyAggregate[];
  readonly bus: Pick<Bus, 'publish'>;
  readonly journal: Journal;
  readonly now: () => Instant;
  readonly fault: (what: string, fault: unknown) => void;
}

export interface Relay {
  handOver(events: HandOver): void;
  /** Finds what a crash, or another instance's crash, left behind since before `before`. */
  sweep(before: Instant): Promise<void>;
  /** Resolves when nothing waits in this process; sends no more after `deadlineMs`. */
  drain(deadlineMs: number): Promise<void>;
}

/** One aggregate as the relay knows it. */
interface Line {
  readonly aggregate: AnyAggregate;
  readonly id: string;
  held: OutboxEntry[];
  sentVersion: number;
  /** Something waits in the store that this process does not hold: read the outbox before sending. */
  reread: boolean;
}

const sendMax = 1000;
const archiveMax = 500;
const archiveEveryMs = 100;
/** Beyond this many events in memory the relay forgets bodies and reads them from the store when their turn comes. */
const heldMax = 10_000;
const backoffMs = { first: 50, most: 5_000 };

/**
 * Sends what waits in the outboxes: to the bus in version order, then to the journal, and only then marks it sent. So a
 * second sender, or a crash at any point, makes duplicates and never gaps.
 */
export function relay(parts: RelayParts): Relay {
  const lines = new Map<string, Line>();
  const ready = new Set<string>();
  let toArchive: { line: Line; entry: OutboxEntry }[] = [];
  let heldCount = 0;
  let sending = false;
  let archiving = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let idle: (() => void)[] = [];

  const collectionOf = (line: Line): Collection => {
    const found = parts.collections.get(line.aggregate.collection);
    if (!found) throw new Error(`no collection '${line.aggregate.collection}' in this service`);
    return found;
  };

  function lineOf(aggregate: AnyAggregate, id: string): Line {
    const key = `${aggregate.collection}/${id}`;
    const line = lines.get(key) ?? { aggregate, id, held: [], sentVersion: 0, reread: false };
    lines.set(key, line);
    ready.add(key);
    return line;
  }

  function hold(line: Line, entries: readonly OutboxEntry[]): void {
    heldCount += entries.length - line.held.length;
    line.held = [...entries];
  }

  function forget(line: Line): void {
    hold(line, []);
    line.sentVersion = 0;
    line.reread = true;
  }

  /** Reads the outboxes of lines that hold less than the store does. */
  async function reread(flagged: readonly Line[]): Promise<void> {
    // Unflagged before the read: a commit that finishes meanwhile may flag it again, or hand over what the read is too early to see.
    for (const line of flagged) line.reread = false;
    for (const [collection, some] of Map.groupBy(flagged, collectionOf)) {
      const waiting = await collection.outbox(some.map(({ id }) => id));
      for (const line of some) hold(line, inOrder([...(waiting.get(line.id) ?? []), ...line.held]).filter(({ version }) => version > line.sentVersion));
    }
  }

  async function sendSome(): Promise<void> {
    const keys = [...ready].slice(0, sendMax);
    const batch = keys.map((key) => lines.get(key) as Line);
    keys.forEach((key) => ready.delete(key));
    try {
      const flagged = batch.filter((line) => line.reread);
      if (flagged.length > 0) await reread(flagged);
      const messages = batch.flatMap((line) => line.held.map((entry) => ({ line, entry })));
      if (messages.length > 0) await parts.bus.publish(messages.map(({ line, entry }) => ({ topic: entry.topic, key: line.id, value: entry.body })));
      for (const { line, entry } of messages) line.sentVersion = Math.max(line.sentVersion, entry.version);
      const sent = new Set(messages.map(({ entry }) => entry));
      for (const line of batch) {
        // What a commit handed over while this batch was on its way stays held and is ready again.
        hold(line, line.held.filter((entry) => !sent.has(entry)));
        if (line.held.length === 0 && !line.reread && !messages.some((message) => message.line === line)) release(line);
      }
      toArchive.push(...messages);
    } catch (fault) {
      batch.forEach(forget);
      keys.forEach((key) => ready.add(key));
      throw fault;
    }
  }

  function release(line: Line): void {
    const key = `${line.aggregate.collection}/${line.id}`;
    if (!ready.has(key)) lines.delete(key);
  }

  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    let delayMs = backoffMs.first;
    while (ready.size > 0 && !stopped) {
      try {
        await sendSome();
        delayMs = backoffMs.first;
        scheduleArchive();
      } catch (fault) {
        parts.fault('events wait in the outbox: the broker does not take them', fault);
        await pause(delayMs);
        delayMs = Math.min(delayMs * 2, backoffMs.most);
      }
    }
    sending = false;
    reportIdle();
  }

  function scheduleArchive(): void {
    if (archiving || toArchive.length === 0) return;
    if (toArchive.length >= archiveMax) void archive();
    else timer ??= setTimeout(() => void archive(), archiveEveryMs);
  }

  async function archive(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (archiving) return;
    archiving = true;
    let delayMs = backoffMs.first;
    while (toArchive.length > 0 && !(stopped && delayMs > backoffMs.first)) {
      const some = toArchive.slice(0, archiveMax);
      try {
        await parts.journal.append(some.map(({ line, entry }) => journalEntryOf(line, entry)));
        await markSent(some);
        toArchive = toArchive.slice(some.length);
        delayMs = backoffMs.first;
      } catch (fault) {
        parts.fault('sent events wait for the journal', fault);
        await pause(delayMs);
        delayMs = Math.min(delayMs * 2, backoffMs.most);
      }
    }
    archiving = false;
    reportIdle();
  }

  async function markSent(some: readonly { line: Line; entry: OutboxEntry }[]): Promise<void> {
    const highest = new Map<Line, number>();
    for (const { line, entry } of some) highest.set(line, Math.max(highest.get(line) ?? 0, entry.version));
    for (const [collection, marked] of Map.groupBy(highest.keys(), collectionOf)) {
      await collection.markSent(marked.map((line) => ({ id: line.id, version: highest.get(line) as number })));
    }
    for (const [line, version] of highest) if (line.held.length === 0 && !line.reread && line.sentVersion === version) release(line);
  }

  function reportIdle(): void {
    if (ready.size > 0 || sending || archiving || (toArchive.length > 0 && !stopped)) return;
    idle.forEach((resolve) => resolve());
    idle = [];
  }

  return {
    handOver({ aggregate, id, entries, pendingVersion }) {
      const line = lineOf(aggregate, id);
      const holds = Math.max(line.sentVersion, line.held.at(-1)?.version ?? 0);
      if (pendingVersion > holds || heldCount > heldMax) line.reread = true;
      if (!line.reread) hold(line, [...line.held, ...entries]);
      void send();
    },
    async sweep(before) {
      for (const aggregate of parts.aggregates) {
        const collection = parts.collections.get(aggregate.collection);
        const ids = (await collection?.pendingSince(before, sendMax)) ?? [];
        for (const id of ids) {
          const known = lines.get(`${aggregate.collection}/${id}`);
          // What this process holds is on its way already; what it has sent waits for its mark.
          if (!known) lineOf(aggregate, id).reread = true;
        }
      }
      void send();
    },
    async drain(deadlineMs) {
      const expired = setTimeout(() => {
        stopped = true;
        reportIdle();
      }, deadlineMs);
      if (toArchive.length > 0) void archive();
      await new Promise<void>((resolve) => {
        idle.push(resolve);
        reportIdle();
      });
      clearTimeout(expired);
      stopped = true;
    },
  };
}

const inOrder = (entries: readonly OutboxEntry[]): OutboxEntry[] =>
  [...new Map(entries.map((entry) => [entry.version, entry])).values()].sort((one, other) => one.version - other.version);

function journalEntryOf(line: Line, entry: OutboxEntry): JournalEntry {
  const subject = subjectOf(line.aggregate.name, line.id);
  return {
    id: eventIdOf(subject, entry.version),
    subject,
    version: entry.version,
    body: entry.body,
    ...(entry.receipt ? { receipt: entry.receipt } : {}),
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
