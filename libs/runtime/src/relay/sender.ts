import type { Bus } from '../bus/bus.ts';
import type { OutboxEntry } from '../store/store.ts';
import { traceparentsOf, type Tracing } from '../telemetry/tracing.ts';
import type { HandOver } from './relay.ts';
import { backoff, type Line, type Pace, type Sent } from './line.ts';

export interface SenderParts {
  readonly context: string;
  readonly topic: string;
  readonly tracing: Pick<Tracing, 'span'>;
  readonly bus: Pick<Bus, 'publish'>;
  readonly collectionOf: (handOver: HandOver) => Line['collection'];
  readonly sent: (events: readonly Sent[]) => void;
  readonly fault: (what: string, fault: unknown) => void;
  readonly pace: Pace;
}

/** Sends the events of one topic, one batch at a time: another topic's trouble does not hold it up. */
export interface Sender {
  handOver(events: HandOver): void;
  holds(key: string): boolean;
  /** Its mark is set: forget the line, unless it has more to send. */
  release(line: Line): void;
  busy(): boolean;
  stop(): void;
}

const linesMax = 1000;
/** Beyond this many events in memory the sender forgets bodies and reads them from the store when their turn comes. */
const heldMax = 10_000;

export const keyOf = ({ aggregate, id }: Pick<HandOver, 'aggregate' | 'id'>): string => `${aggregate.collection}/${id}`;

export function sender(parts: SenderParts): Sender {
  const lines = new Map<string, Line>();
  const ready = new Set<string>();
  /** The lines of the batch that is being read and sent. */
  const inHand = new Set<Line>();
  const pause = backoff(parts.pace);
  let heldCount = 0;
  let running = false;
  let stopped = false;
  let lastBeganMs = -Infinity;

  function hold(line: Line, entries: OutboxEntry[]): void {
    heldCount += entries.length - line.held.length;
    line.held = entries;
  }

  async function readOutboxes(flagged: readonly Line[]): Promise<void> {
    // Unflagged before the read: a commit that ends meanwhile may flag a line again, or hand over what the read is too early to see.
    for (const line of flagged) line.reread = false;
    for (const [collection, some] of Map.groupBy(flagged, (line) => line.collection)) {
      const waiting = await collection.outbox(some.map(({ id }) => id));
      for (const line of some)
        hold(
          line,
          inOrder([...(waiting.get(line.id) ?? []), ...line.held]).filter(({ version }) => version > line.sentVersion),
        );
    }
  }

  function publish(events: readonly Sent[]): Promise<void> {
    return parts.tracing.span(
      'publish',
      {
        links: () => traceparentsOf(events.map(({ entry }) => entry.body)),
        attributes: { context: parts.context, topic: parts.topic, messages: events.length },
      },
      (traceparent) => {
        const headers = traceparent === undefined ? {} : { headers: { traceparent } };
        return parts.bus.publish(events.map(({ line, entry }) => ({ topic: entry.topic, key: line.id, value: entry.body, ...headers })));
      },
    );
  }

  async function sendSome(): Promise<void> {
    const keys = [...ready].slice(0, linesMax);
    const some = keys.map((key) => lines.get(key) as Line);
    for (const key of keys) ready.delete(key);
    for (const line of some) inHand.add(line);
    try {
      await readOutboxes(some.filter((line) => line.reread));
      const events = some.flatMap((line) => line.held.map((entry): Sent => ({ line, entry })));
      if (events.length > 0) await publish(events);
      for (const { line, entry } of events) line.sentVersion = Math.max(line.sentVersion, entry.version);
      // What a commit handed over while the batch was on its way stays held; its line is ready again.
      for (const line of some)
        hold(
          line,
          line.held.filter(({ version }) => version > line.sentVersion),
        );
      parts.sent(events);
      // Another instance has sent what these waited for: no mark will come that would end them.
      const sent = new Set(events.map(({ line }) => line));
      inHand.clear();
      for (const line of some) if (!sent.has(line)) forgetIfDone(line);
    } catch (fault) {
      inHand.clear();
      for (const key of keys) ready.add(key);
      // Any part may have been sent. What is known of these lines is void: the store knows.
      for (const line of some) {
        hold(line, []);
        line.sentVersion = 0;
        line.reread = true;
      }
      throw fault;
    }
  }

  // An event alone goes at once; what follows it within milliseconds shares a request, whose cost is in its number, not its size.
  async function inTurn(): Promise<void> {
    const waitMs = lastBeganMs + parts.pace.sendEveryMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    lastBeganMs = performance.now();
  }

  function forgetIfDone(line: Line): void {
    const key = keyOf(line);
    const isDone = line.held.length === 0 && !ready.has(key) && !inHand.has(line);
    if (isDone && lines.get(key) === line) lines.delete(key);
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (ready.size > 0 && !stopped) {
      try {
        await inTurn();
        await sendSome();
        pause.reset();
      } catch (fault) {
        parts.fault('events wait in the outbox: the broker does not take them', fault);
        await pause.wait();
      }
    }
    running = false;
  }

  return {
    handOver(events) {
      const key = keyOf(events);
      const line = lines.get(key) ?? {
        aggregate: events.aggregate,
        collection: parts.collectionOf(events),
        id: events.id,
        held: [],
        sentVersion: 0,
        reread: false,
      };
      lines.set(key, line);
      ready.add(key);
      const known = Math.max(line.sentVersion, line.held.at(-1)?.version ?? 0);
      if (events.pendingVersion > known || heldCount > heldMax) line.reread = true;
      if (!line.reread) hold(line, [...line.held, ...events.entries]);
      void run();
    },
    holds: (key) => lines.has(key),
    release: forgetIfDone,
    busy: () => running || ready.size > 0,
    stop() {
      stopped = true;
    },
  };
}

const inOrder = (entries: readonly OutboxEntry[]): OutboxEntry[] =>
  [...new Map(entries.map((entry) => [entry.version, entry])).values()].sort((one, other) => one.version - other.version);
