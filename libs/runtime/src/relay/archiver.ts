import { eventIdOf, subjectOf } from '../commit/envelope.ts';
import type { Journal, JournalEntry } from '../journal/journal.ts';
import { backoff, type Line, type Pace, type Sent } from './line.ts';

export interface ArchiverParts {
  readonly journal: Journal;
  readonly marked: (line: Line, version: number) => void;
  readonly fault: (what: string, fault: unknown) => void;
  readonly pace: Pace;
}

/** Keeps sent events in the journal and then marks them sent in their document: in this order, so the audit trail has no gap. */
export interface Archiver {
  add(events: readonly Sent[]): void;
  busy(): boolean;
  /** Archives at once what would have waited for company. */
  flush(): void;
  stop(): void;
}

const eventsMax = 500;

export function archiver(parts: ArchiverParts): Archiver {
  const waiting: Sent[] = [];
  const pause = backoff(parts.pace);
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let stopped = false;

  async function archiveSome(): Promise<void> {
    const some = waiting.slice(0, eventsMax);
    await parts.journal.append(some.map(toJournalEntry));
    const highest = new Map<Line, number>();
    for (const { line, entry } of some) highest.set(line, Math.max(highest.get(line) ?? 0, entry.version));
    for (const [collection, lines] of Map.groupBy(highest.keys(), (line) => line.collection)) {
      await collection.markSent(lines.map((line) => ({ id: line.id, version: highest.get(line) as number })));
    }
    waiting.splice(0, some.length);
    for (const [line, version] of highest) parts.marked(line, version);
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (running) return;
    running = true;
    while (waiting.length > 0 && !stopped) {
      try {
        await archiveSome();
        pause.reset();
      } catch (fault) {
        parts.fault('sent events wait for the journal', fault);
        await pause.wait();
      }
    }
    running = false;
  }

  return {
    add(events) {
      waiting.push(...events);
      if (waiting.length >= eventsMax) void run();
      else if (waiting.length > 0) timer ??= setTimeout(() => void run(), parts.pace.archiveEveryMs);
    },
    busy: () => waiting.length > 0,
    flush: () => void run(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function toJournalEntry({ line, entry }: Sent): JournalEntry {
  const subject = subjectOf(line.aggregate.name, line.id);
  return {
    id: eventIdOf(subject, entry.version),
    subject,
    version: entry.version,
    body: entry.body,
    ...(entry.receipt ? { receipt: entry.receipt } : {}),
  };
}
