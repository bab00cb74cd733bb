import { parseTopic, type Topic } from '../watermark/topic.ts';
import type { Position } from '../watermark/watermark.ts';
import { Dictionary } from './dictionary.ts';
import type { ReadEvent } from './read-message.ts';

/** How far a partition has been read, and the keys of which nothing more is applied. */
export interface PartitionState {
  readonly id: number;
  readonly topic: string;
  readonly number: number;
  readonly says: Topic;
  next: bigint;
  /** How many replays of parked messages there were: each takes a step of its own beside those of the messages that were read. */
  replays: number;
  readonly parkedKeys: Set<string>;
  /** By key, the versions that were discarded: the next one is accepted without them. */
  readonly holes: Map<string, Set<number>>;
}

/** The step of a partition that reading the message at this offset is. A replay takes a step too, so the number may be ahead of the offset. */
export const stepOf = ({ replays }: PartitionState, offset: bigint): bigint => offset + BigInt(replays);

/** An event that came before an earlier one of its aggregate. */
export interface WaitingEvent {
  readonly event: ReadEvent;
  readonly offset: bigint;
}

/** How far an aggregate's events have been applied: a version is applied once, and in order. */
export interface AggregateState {
  readonly id: number;
  readonly partition: number;
  lastVersion: number;
  /** By version; absent where none wait, because there are a hundred thousand aggregates and hardly ever one that waits. */
  waiting?: Map<number, WaitingEvent>;
}

/** `words` are the names of measures, parts, states, fields and currencies. */
export type DictionaryName = 'parties' | 'regions' | 'types' | 'words';

const noNames = () => ({ parties: new Dictionary(), regions: new Dictionary(), types: new Dictionary(), words: new Dictionary() });

/** What was read so far, in memory. The file holds the same, and after a failed write it is loaded from there again. */
export class Ledger {
  readonly #partitions = new Map<string, PartitionState>();
  /** By topic and subject: another agency may use the same subject for a thing of its own. */
  readonly #aggregates = new Map<string, Map<string, AggregateState>>();
  #aggregateCount = 0;
  /** By the number of the aggregate: the numbers of its collaboration's parts, by their names. */
  readonly #parts = new Map<number, Map<string, number>>();
  #partCount = 0;
  readonly dictionaries: Readonly<Record<DictionaryName, Dictionary>>;
  /** The number of the newest decision about a parked message; 0 before the first. */
  lastDecision = 0;
  /** Events applied, events waiting for an earlier one, and messages parked. */
  readonly counts = { events: 0, waiting: 0, parked: 0 };

  constructor(dictionaries: Ledger['dictionaries'] = noNames()) {
    this.dictionaries = dictionaries;
  }

  partition(topic: string, number: number): PartitionState {
    const name = `${topic}/${number}`;
    const known = this.#partitions.get(name);
    if (known) return known;
    const partition = {
      id: this.#partitions.size + 1,
      topic,
      number,
      says: parseTopic(topic),
      next: 0n,
      replays: 0,
      parkedKeys: new Set<string>(),
      holes: new Map(),
    };
    this.#partitions.set(name, partition);
    return partition;
  }

  findAggregate({ topic }: PartitionState, subject: string): AggregateState | undefined {
    return this.#aggregates.get(topic)?.get(subject);
  }

  addAggregate({ topic, id: partition }: PartitionState, subject: string, lastVersion = 0): AggregateState {
    const aggregate = { id: (this.#aggregateCount += 1), partition, lastVersion };
    const ofTopic = this.#aggregates.get(topic) ?? new Map<string, AggregateState>();
    this.#aggregates.set(topic, ofTopic.set(subject, aggregate));
    return aggregate;
  }

  findPart({ id }: AggregateState, name: string): number | undefined {
    return this.#parts.get(id)?.get(name);
  }

  /** Parts are numbered from -1 down: beside the aggregates, which are counted on their own. */
  addPart(aggregate: number, name: string): number {
    const number = -(this.#partCount += 1);
    const ofAggregate = this.#parts.get(aggregate) ?? new Map<string, number>();
    this.#parts.set(aggregate, ofAggregate.set(name, number));
    return number;
  }

  /** The partition's aggregates whose events come under the key; hardly ever more than one. */
  aggregatesUnder({ topic, id }: PartitionState, key: string): AggregateState[] {
    const ofTopic = this.#aggregates.get(topic) ?? new Map<string, AggregateState>();
    return [...ofTopic].flatMap(([subject, aggregate]) =>
      aggregate.partition === id && subject.slice(subject.indexOf('/') + 1) === key ? [aggregate] : [],
    );
  }

  /** Where to read on in the topics. */
  positions(): Position[] {
    return [...this.#partitions.values()].map(({ topic, number, next }) => ({ topic, partition: number, offset: next }));
  }

  /** How far the facts have come, for a watermark. */
  reached(): Position[] {
    return [...this.#partitions.values()].map((partition) => ({
      topic: partition.topic,
      partition: partition.number,
      offset: stepOf(partition, partition.next),
    }));
  }
}

/** Lets the version after this one be accepted without it. */
export function addHole({ holes }: PartitionState, key: string, version: number): void {
  holes.set(key, (holes.get(key) ?? new Set()).add(version));
}

/** Notes an event that came before an earlier one of its aggregate. */
export function addWaiting(ledger: Ledger, aggregate: AggregateState, waiting: WaitingEvent): void {
  aggregate.waiting ??= new Map();
  aggregate.waiting.set(waiting.event.version, waiting);
  ledger.counts.waiting += 1;
}
