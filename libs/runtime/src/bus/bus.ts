/** One event for a topic; `value` goes out byte for byte. Same key, same partition, same order. */
export interface OutgoingMessage {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface IncomingMessage {
  readonly offset: bigint;
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Consecutive messages of one partition. */
export interface Batch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly IncomingMessage[];
}

/** The next offset to read of a partition. */
export interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** `halted` is for good until someone acts: `reason` says what happened and what to do. */
export type ConsumerHealth = { readonly state: 'starting' | 'running' | 'stopped' } | { readonly state: 'halted'; readonly reason: string };

export interface Consumption {
  health(): ConsumerHealth;
  /** Messages not yet handed over, a partition each, as of the last fetch. */
  lag(): readonly { readonly topic: string; readonly partition: number; readonly messages: bigint }[];
  stop(): Promise<void>;
}

export interface ConsumeRequest {
  readonly group: string;
  /** Topics by pattern; a topic made later is noticed by itself. */
  readonly topics: RegExp;
  /**
   * Where the consumer keeps its own positions beside its data, they are read here before the start and the broker's
   * memory of the group is ignored; otherwise the broker remembers, and is told after `handle` has resolved.
   * A partition without a position starts at its beginning.
   */
  readonly positions?: () => Promise<readonly Position[]>;
  /** Called for several partitions at once, for one partition in order. A rejection is tried again from the same message. */
  readonly handle: (batch: Batch) => Promise<void>;
}

export interface Bus {
  /** Resolves when every message is acknowledged by all in-sync replicas; on rejection any part may have been sent. */
  publish(messages: readonly OutgoingMessage[]): Promise<void>;
  /**
   * Starts reading. Before it does, every known position is checked against the partition's first and last offsets: one outside
   * them halts the consumer (`health`) instead of skipping.
   */
  consume(request: ConsumeRequest): Promise<Consumption>;
  /** Resolves when the broker answers; rejects when it does not within a second. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
