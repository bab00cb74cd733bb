/** A message that could not be applied, kept with its reason until an operator mends, replays or discards it. */
export interface Parked {
  readonly consumer: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly body: string;
  readonly reason: string;
}

/** Where messages wait that cannot be applied: theirs and their followers' of the same key, so that order is never lost. */
export interface ParkingLot {
  /** Parks it; parked already is parked once. */
  park(message: Parked): Promise<void>;
  /** Is anything of this key parked for this consumer? */
  holds(consumer: string, key: string): Promise<boolean>;
  list(consumer: string): Promise<Parked[]>;
  count(consumer: string): Promise<number>;
}
