import type { Currency, Instant, LocalDate, RegionCode } from '@xietong/domain';
import type { AgencyRef } from './actor.ts';

/**
 * Something that an event tells of its aggregate, to be counted. The newest of a measure and its part replaces the earlier ones of the same
 * aggregate, so it is told whole each time, and a correction needs no special case.
 */
export interface Measurement {
  /** What is measured, in words of the contract: `application.decision`. */
  readonly measure: string;
  /** Of what comes more than once, which time: the number of a follow-up. An event tells a measure and part once. */
  readonly part?: string;
  /** The day that figures by period count it under. */
  readonly date: LocalDate;
  readonly region?: RegionCode;
  /** The field of science or of a programme that it belongs to, as its agency names it. */
  readonly field?: string;
  /** The state that was reached: `approved`. */
  readonly state?: string;
  /** A whole number of the measure's unit; with `currency` an amount in minor units. */
  readonly quantity?: number;
  readonly currency?: Currency;
}

/** What the envelope of an event says, which its data need not repeat. */
export interface Told {
  readonly aggregateId: string;
  readonly version: number;
  readonly agency: AgencyRef;
  readonly time: Instant;
}
