import type { Flush } from './flush.ts';
import type { Ledger } from './ledger.ts';
import type { ParkedEntry, TakenDecision } from './parked.ts';
import type { MessageReader } from './read-message.ts';
import { type LineReplayed, replayLine } from './replay-line.ts';

/** The messages that a decision is about. */
export interface DecidedLine {
  /** The message to mend or discard; for a replay, what stands in the line up to the last offset it looks at, in order. */
  readonly entries: readonly ParkedEntry[];
  /** Does anything stand in the line behind them? */
  readonly more: boolean;
}

/**
 * Takes a decision into the ledger and its rows into the flush. It was judged when it was first taken; where a rebuild finds nothing that
 * it is about, it changes nothing.
 */
export function decide(
  ledger: Ledger,
  read: MessageReader,
  decision: TakenDecision,
  { entries, more }: DecidedLine,
  flush: Flush,
): LineReplayed {
  const partition = ledger.partition(decision.topic, decision.partition);
  flush.partitions.add(partition);
  flush.decisions.push(decision);
  ledger.lastDecision = Math.max(ledger.lastDecision, decision.no);
  switch (decision.act) {
    case 'mend':
      flush.decided.push(...entries.map((entry) => ({ ...entry, mended: decision.text })));
      return { applied: 0 };
    case 'discard':
      flush.decided.push(...entries.map((entry) => ({ ...entry, status: 'discarded' as const, settledBy: decision.no })));
      ledger.counts.parked -= entries.length;
      return { applied: 0 };
    case 'replay': {
      const replayed = replayLine(ledger, read, partition, entries, decision.no, flush);
      if (!replayed.stoppedBy && !more) partition.parkedKeys.delete(decision.key);
      return replayed;
    }
  }
}
