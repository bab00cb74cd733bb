import type { AgencyRef } from '@xietong/kernel';
import type { ParkedLine, ParkedMessage, ParkedPlace, ParkedQuestion, ParkedReasonCode, ParkingDecision } from './parking-desk.ts';

/** A message that its consumer could not apply, as it came. `body` is its exact bytes, which need not be text. */
export interface ParkedArrival extends ParkedPlace, Pick<ParkedMessage, 'key' | 'reason' | 'parkedAt'> {
  readonly body: Uint8Array;
}

/** A message as the lot keeps it. */
export interface KeptMessage extends ParkedMessage {
  readonly body: Uint8Array;
  readonly mended?: string;
  /** It stands in the line of its key: it is parked, or was discarded and no replay has passed it since. */
  readonly inLine: boolean;
  readonly decisions: readonly ParkingDecision[];
}

/** What becomes of a message that stands in the line. */
export type KeptChange = Partial<Pick<KeptMessage, 'status' | 'reason' | 'mended' | 'inLine'>>;

/** How many messages are parked for one consumer and one reason, of those that came on an agency's topics. */
export interface ParkedTally {
  readonly consumer: string;
  readonly agency: AgencyRef;
  readonly reason: ParkedReasonCode;
  readonly messages: number;
}

/** Where messages wait that cannot be applied: theirs and their followers' of the same key, so that order is never lost. */
export interface ParkingLot {
  /** Parks it; parked already is parked once, whatever has been decided about it since. */
  park(message: ParkedArrival): Promise<void>;
  /** May a message that comes from its topic be applied: is nothing in the line of its key, and was it never parked itself? */
  isClear(place: ParkedPlace, key: string): Promise<boolean>;
  /** The front of a line, in the order of the topic; `undefined` where nothing is in it. */
  front(line: ParkedLine): Promise<KeptMessage | undefined>;
  find(id: string): Promise<KeptMessage | undefined>;
  /** Changes a message, with the decision behind it if there is one. False where it does not stand in the line any more as it did when it was read. */
  change(read: Pick<KeptMessage, 'id' | 'status'>, change: KeptChange, decision?: ParkingDecision): Promise<boolean>;
  list(question: ParkedQuestion): Promise<ParkedMessage[]>;
  /** How many messages are parked of one line, or of all of a consumer. */
  count(of: ParkedLine | Pick<ParkedLine, 'consumer'>): Promise<number>;
  /** How many messages are parked, by consumer, agency and reason. */
  tally(): Promise<ParkedTally[]>;
  /** Was anything of this line ever parked? */
  knows(line: ParkedLine): Promise<boolean>;
}

/** What is told of a kept message without its text. */
export function withoutText({ body: _, mended: __, inLine: ___, decisions: ____, ...message }: KeptMessage): ParkedMessage {
  return message;
}
