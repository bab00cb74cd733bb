import type { Instant } from '@xietong/domain';
import type { AgencyRef } from '@xietong/kernel';

/** Why a message is parked: a code that programs decide by, and the fields or the command at fault, never a value of them. */
export interface ParkedReason {
  readonly code: ParkedReasonCode;
  readonly detail: string;
}

export const parkedReasonCodes = [
  'not-json',
  'not-an-event',
  'foreign-source',
  'wrong-key',
  'unfit-data',
  'event-impossible',
  'command-refused',
  'command-impossible',
  'another-partition',
  'follows-parked',
] as const;
export type ParkedReasonCode = (typeof parkedReasonCodes)[number];

/** `applied` and `discarded` messages are out of the line, and kept with what was decided about them. */
export const parkedStatuses = ['parked', 'applied', 'discarded'] as const;
export type ParkedStatus = (typeof parkedStatuses)[number];

/** Where a message came from, and for whom: nothing else tells two parked messages apart. */
export interface ParkedPlace {
  readonly consumer: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/** The line of a key: what is parked of one topic, for one consumer, under one key. */
export type ParkedLine = Pick<ParkedPlace, 'consumer' | 'topic'> & { readonly key: string };

/** A parked message without its text. */
export interface ParkedMessage extends ParkedPlace {
  readonly id: string;
  readonly key: string;
  readonly reason: ParkedReason;
  readonly status: ParkedStatus;
  readonly parkedAt: Instant;
}

/** What an operator did about a message, and why. `by` is the pseudonym of an actor. */
export interface ParkingDecision {
  readonly act: 'mend' | 'discard' | 'replay';
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
}

/** A parked message with its text. `mended` is the text that is applied in the place of `text`. */
export interface InspectedMessage extends ParkedMessage {
  readonly text: string;
  readonly mended?: string;
  readonly decisions: readonly ParkingDecision[];
}

/** A page of a list, the newest last. `after` is the last row of the page before. */
export interface ParkedQuestion {
  /** Only what came on this agency's topics. */
  readonly agency: AgencyRef;
  readonly consumer?: string;
  readonly key?: string;
  readonly reason?: ParkedReasonCode;
  readonly status: ParkedStatus;
  readonly after?: ParkedRow;
  readonly limit: number;
}
export type ParkedRow = Pick<ParkedMessage, 'parkedAt' | 'id'>;

/** Who decides, and why. */
export type Decider = Pick<ParkingDecision, 'by' | 'reason'>;

/** Why a decision cannot be taken. `held`: not now, because a rebuild carries over the decisions that were taken before it. */
export type DeskRefusal =
  | { readonly refused: 'absent' | 'discarded' | 'applied' | 'held' }
  | { readonly refused: 'unreadable'; readonly reason: Pick<ParkedReason, 'detail'> & { readonly code: string } }
  | { readonly refused: 'identity-changed'; readonly field: EventIdentity };

/** What tells one event from another: a mended text is still the same event. */
export type EventIdentity = 'id' | 'subject' | 'sequence';

/** What a replay came to: how many messages left the line, how many are still in it, and the one that stopped it. */
export interface Replayed {
  readonly applied: number;
  readonly parked: number;
  readonly stoppedBy?: Pick<ParkedMessage, 'id' | 'reason'>;
}

/**
 * Where an operator decides about the messages that a service's consumers could not apply. The **line** of a key holds the message that
 * could not be applied and all that follow it under the key; it opens from its front. Each decision is idempotent by state: given
 * twice, it finds done what it asks for.
 */
export interface ParkingDesk {
  list(question: ParkedQuestion): Promise<ParkedMessage[]>;
  find(id: string): Promise<InspectedMessage | undefined>;
  /** Puts another text in a message's place, once the consumer could read it and it is the same event. */
  mend(id: string, text: string, decider: Decider): Promise<ParkedMessage | DeskRefusal>;
  /** Takes a message out of the line for good; those behind it go on at the next replay. */
  discard(id: string, decider: Decider): Promise<ParkedMessage | DeskRefusal>;
  /** Applies the line of a key from its front, up to the first message that still cannot be applied. `absent`: nothing of it was ever parked. */
  replay(line: ParkedLine, decider: Decider): Promise<Replayed | DeskRefusal>;
}

/** The id of a parked message, the same however often it comes: `facts~NO-03.rcn.projects~0~12`. */
export const parkedIdOf = ({ consumer, topic, partition, offset }: ParkedPlace): string =>
  [consumer.replaceAll(' ', '-'), topic, partition, offset].join('~');

/** The topic in such an id; undefined where it is none. */
export const topicOfParked = (id: string): string | undefined => id.split('~')[1];
