import type { Flush } from './flush.ts';
import { type Ledger, type PartitionState, stepOf } from './ledger.ts';
import type { ArrivedEntry, ParkedCode } from './parked.ts';
import type { Message, MessageReader } from './read-message.ts';
import { takeEvent } from './take-event.ts';

/**
 * Takes one message into the ledger and its rows into the flush: applied, or one of three ways not to be. A duplicate changes nothing, an
 * event before its time waits, and what cannot be applied is parked together with all that follows under its key. The partition's
 * position moves in every case.
 */
export function admit(ledger: Ledger, read: MessageReader, partition: PartitionState, message: Message, flush: Flush): void {
  const alreadyRead = message.offset < partition.next;
  if (alreadyRead) return;
  partition.next = message.offset + 1n;
  flush.partitions.add(partition);

  const park = (reason: ParkedCode, detail: string) => {
    partition.parkedKeys.add(message.key);
    flush.parked.push(arrivedEntry(partition, message, reason, detail));
    ledger.counts.parked += 1;
  };
  if (partition.parkedKeys.has(message.key)) return park('follows-parked', '');
  const event = read(partition.says, message);
  if ('unreadable' in event) return park(event.unreadable, event.detail);
  const unfit = takeEvent(ledger, partition, event, message, stepOf(partition, message.offset), flush);
  if (unfit) park(unfit, 'key');
}

function arrivedEntry({ id }: PartitionState, { offset, key, value }: Message, reason: ParkedCode, detail: string): ArrivedEntry {
  const standing = { status: 'parked', inLine: true, mended: null, hole: null, settledBy: null } as const;
  return { partition: id, offset, key, reason, detail, body: value, ...standing };
}
