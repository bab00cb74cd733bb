import type { Instant } from '@xietong/domain';
import type { Unreadable } from './read-message.ts';

/** Why a message is parked: what it is itself, or what is in front of it. */
export type ParkedCode = Unreadable['unreadable'] | 'another-partition' | 'follows-parked';

/** A parked message as the file holds it. */
export interface ParkedEntry {
  /** The number of its partition in this file. */
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string;
  readonly reason: ParkedCode;
  readonly detail: string;
  /** Its exact bytes, which need not be text. */
  readonly body: Uint8Array;
  readonly parkedAt: Instant;
  readonly status: 'parked' | 'applied' | 'discarded';
  /** It stands in the line of its key: it is parked, or was discarded and no replay has passed it since. */
  readonly inLine: boolean;
  /** The text that is applied in the place of the body. */
  readonly mended: string | null;
  /** The version that need not be waited for, because this message was discarded. */
  readonly hole: number | null;
  /** The number of the decision by which it was applied or discarded. */
  readonly settledBy: number | null;
}

/** A message on its way into the file, which notes the time. */
export type ArrivedEntry = Omit<ParkedEntry, 'parkedAt'>;

/**
 * A decision about parked messages, with the place in its partition where it was taken. A rebuild takes it again at that very place, and so
 * ends at the same facts since the same steps.
 */
export interface TakenDecision {
  /** Counted from 1 on. */
  readonly no: number;
  readonly topic: string;
  readonly partition: number;
  /** The next offset that was to be read then. */
  readonly position: bigint;
  readonly act: 'mend' | 'discard' | 'replay';
  readonly key: string;
  /** The message; of a replay, the last one that it looked at. */
  readonly offset: bigint;
  /** What was put in the message's place. */
  readonly text: string | null;
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
}

/** What is applied of a parked message. */
export const valueOf = ({ mended, body }: ParkedEntry): Uint8Array => (mended === null ? body : new TextEncoder().encode(mended));
