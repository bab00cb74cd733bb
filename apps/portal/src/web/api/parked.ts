export const parkedStatuses = ['parked', 'applied', 'discarded'] as const;
export type ParkedStatus = (typeof parkedStatuses)[number];

/** Why a message could not be applied, by the service's own codes. */
export const parkedReasons = [
  'not-json',
  'not-an-event',
  'foreign-source',
  'wrong-key',
  'unfit-data',
  'event-impossible',
  'another-partition',
  'command-refused',
  'command-impossible',
  'follows-parked',
] as const;
export type ParkedReason = (typeof parkedReasons)[number];

/** A message that a consumer could not apply (`GET /v1/parked`). */
export interface ParkedMessage {
  readonly id: string;
  readonly consumer: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly reason: { readonly code: ParkedReason; readonly detail: string };
  readonly role: 'cause' | 'follower';
  readonly status: ParkedStatus;
  readonly parkedAt: string;
}

/** The same with its text, and what was decided about it (`GET /v1/parked/{id}`). */
export interface InspectedMessage extends ParkedMessage {
  readonly text: string;
  readonly mended?: string;
  readonly decisions: readonly {
    readonly act: 'mend' | 'discard' | 'replay';
    readonly by: string;
    readonly at: string;
    readonly reason: string;
  }[];
}

/** What a replay came to (`POST /v1/parked/replay`). */
export interface Replayed {
  readonly applied: number;
  readonly parked: number;
  readonly stoppedBy?: Pick<ParkedMessage, 'id' | 'reason'>;
}
