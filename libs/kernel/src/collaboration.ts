import type { LocalDate, Money, RegionCode } from '@xietong/domain';

/** One side of a collaboration: the party acting, where it sits (if known), what it does there, and its share. */
export interface Side {
  readonly party: string;
  readonly region?: RegionCode;
  readonly role: 'lead' | 'partner' | 'from' | 'to';
  readonly amount?: Money;
}

/**
 * What an event states about a collaboration between parties: the whole of it, so that the newest statement of a
 * collaboration replaces the earlier ones and a correction needs no special case.
 */
export interface Collaboration {
  readonly kind: string;
  /** Of one that goes on, which part is stated, such as a period: a statement replaces the earlier ones of its part, and no others. */
  readonly part?: string;
  /** The date that figures by period count it under, for example the day of signing. */
  readonly date: LocalDate;
  readonly sides: readonly Side[];
}
