import { hash } from 'node:crypto';
import type { Flush } from './flush.ts';
import { addWaiting, type AggregateState, type Ledger, type PartitionState } from './ledger.ts';
import type { Message, MessageReader, ReadEvent } from './read-message.ts';
import { sideRows } from './side-rows.ts';

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

  const park = (reason: string, detail: string) => {
    partition.parkedKeys.add(message.key);
    flush.parked.push([partition.id, message.offset, message.key, reason, detail]);
    ledger.counts.parked += 1;
  };
  if (partition.parkedKeys.has(message.key)) return park('follows-parked', '');
  const event = read(partition.says, message);
  if ('unreadable' in event) return park(event.unreadable, event.detail);

  const aggregate = ledger.findAggregate(partition, event.subject) ?? begin(ledger, partition, event.subject, flush);
  const duplicate = event.version <= aggregate.lastVersion || aggregate.waiting?.has(event.version);
  if (duplicate) return;
  // Within a partition order is given; an aggregate in two of them has none, so its versions could not be trusted.
  if (aggregate.partition !== partition.id) return park('another-partition', 'key');

  flush.bodies.push([partition.id, message.offset, event.body]);
  if (event.version > aggregate.lastVersion + 1) return wait(ledger, aggregate, event, message.offset, flush);
  apply(ledger, aggregate, event, message.offset, message.offset, flush);
  release(ledger, aggregate, message.offset, flush);
}

function begin(ledger: Ledger, partition: PartitionState, subject: string, flush: Flush): AggregateState {
  const aggregate = ledger.addAggregate(partition, subject);
  flush.aggregates.push([aggregate.id, partition.id, subject]);
  return aggregate;
}

function wait(ledger: Ledger, aggregate: AggregateState, event: ReadEvent, offset: bigint, flush: Flush): void {
  addWaiting(ledger, aggregate, { event, offset });
  flush.waiting.push([aggregate.id, event.version, aggregate.partition, offset, event.body]);
}

function apply(ledger: Ledger, aggregate: AggregateState, event: ReadEvent, offset: bigint, since: bigint, flush: Flush): void {
  const { id, partition } = aggregate;
  const { types } = ledger.dictionaries;
  flush.events.push([id, event.version, partition, offset, since, types.idOf(event.type), hash('sha256', event.body, 'buffer')]);
  if (event.states) {
    flush.statements.push([id, event.version, partition, since, event.states.kind, event.states.date]);
    flush.sides.push(...sideRows(ledger, id, event.version, event.states));
  }
  aggregate.lastVersion = event.version;
  ledger.counts.events += 1;
}

function release(ledger: Ledger, aggregate: AggregateState, since: bigint, flush: Flush): void {
  const { waiting } = aggregate;
  if (!waiting) return;
  for (let next = waiting.get(aggregate.lastVersion + 1); next; next = waiting.get(aggregate.lastVersion + 1)) {
    waiting.delete(next.event.version);
    ledger.counts.waiting -= 1;
    flush.released.add(aggregate);
    apply(ledger, aggregate, next.event, next.offset, since, flush);
  }
}
