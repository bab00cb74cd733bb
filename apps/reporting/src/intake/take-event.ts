import { hash } from 'node:crypto';
import type { Flush } from './flush.ts';
import { addWaiting, type AggregateState, type Ledger, type PartitionState } from './ledger.ts';
import { measureRows } from './measure-rows.ts';
import type { Message, ReadEvent } from './read-message.ts';
import { sideRows } from './side-rows.ts';

type Place = Pick<Message, 'offset' | 'key'>;

/** Applies an event as of a step of its partition, or lets it wait; a duplicate changes nothing. Answers why it can be neither. */
export function takeEvent(
  ledger: Ledger,
  partition: PartitionState,
  event: ReadEvent,
  { offset, key }: Place,
  step: bigint,
  flush: Flush,
): 'another-partition' | undefined {
  const aggregate = ledger.findAggregate(partition, event.subject) ?? begin(ledger, partition, event.subject, flush);
  const duplicate = event.version <= aggregate.lastVersion || aggregate.waiting?.has(event.version);
  if (duplicate) return undefined;
  // Within a partition order is given; an aggregate in two of them has none, so its versions could not be trusted.
  if (aggregate.partition !== partition.id) return 'another-partition';

  flush.bodies.push([partition.id, offset, event.body]);
  const holes = partition.holes.get(key);
  if (follows(aggregate, event.version, holes)) {
    apply(ledger, aggregate, event, offset, step, flush);
    releaseWaiting(ledger, aggregate, holes, step, flush);
  } else wait(ledger, aggregate, event, offset, flush);
  return undefined;
}

/** Applies the waiting events whose turn it is now. */
export function releaseWaiting(
  ledger: Ledger,
  aggregate: AggregateState,
  holes: ReadonlySet<number> | undefined,
  step: bigint,
  flush: Flush,
): void {
  for (let next = nextWaiting(aggregate, holes); next; next = nextWaiting(aggregate, holes)) {
    aggregate.waiting?.delete(next.event.version);
    ledger.counts.waiting -= 1;
    flush.released.add(aggregate);
    apply(ledger, aggregate, next.event, next.offset, step, flush);
  }
}

function nextWaiting({ lastVersion, waiting }: AggregateState, holes: ReadonlySet<number> | undefined) {
  if (!waiting) return undefined;
  let version = lastVersion + 1;
  while (holes?.has(version) && !waiting.has(version)) version += 1;
  return waiting.get(version);
}

/** Is it this version's turn: is every version between it and the last one applied known to be a hole? */
function follows({ lastVersion }: AggregateState, version: number, holes: ReadonlySet<number> | undefined): boolean {
  if (version === lastVersion + 1) return true;
  let next = lastVersion + 1;
  while (next < version && holes?.has(next)) next += 1;
  return next === version;
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
    const stated = numberOf(ledger, aggregate, event.states.part, flush);
    flush.statements.push([stated, event.version, partition, since, event.states.kind, event.states.date]);
    flush.sides.push(...sideRows(ledger, stated, event.version, event.states));
  }
  if (event.tells) flush.measures.push(...measureRows(ledger, { aggregate: id, version: event.version, partition, since }, event.tells));
  aggregate.lastVersion = event.version;
  ledger.counts.events += 1;
}

/** The number of the collaboration that is stated: the aggregate's, or that of a part of it. */
function numberOf(ledger: Ledger, aggregate: AggregateState, part: string | undefined, flush: Flush): number {
  if (part === undefined) return aggregate.id;
  // The file holds UTF-8: a name that it would change would be another part after the next start.
  const name = part.toWellFormed();
  const known = ledger.findPart(aggregate, name);
  if (known !== undefined) return known;
  const number = ledger.addPart(aggregate.id, name);
  flush.parts.push([number, aggregate.id, name]);
  return number;
}
