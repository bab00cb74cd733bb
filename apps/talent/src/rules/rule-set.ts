import { inForceOn, type LocalDate } from '@xietong/domain';

/** The numbers of the roster's rules, as they are in force from a day on. */
export interface RuleSet {
  readonly id: string;
  readonly since: LocalDate;
  /** How long an expert stays on the roster once he was verified, or renewed. */
  readonly rosterYears: number;
  /** From how many days before the end of a term on it can be renewed. */
  readonly renewBeforeDays: number;
  /** For how many years a past affiliation or relation keeps an expert from a review. */
  readonly conflictYears: number;
}

/**
 * Every rule set, the earliest first. Two years and three years are those of the plans that the platform serves; the days before a renewal,
 * for which the plans name no number, are ours. A rule that changes is a new set with its day, never an edit.
 */
export const ruleSets: readonly [RuleSet, ...RuleSet[]] = [
  { id: '2025', since: '2025-01-01', rosterYears: 2, renewBeforeDays: 90, conflictYears: 3 },
];

/**
 * The rules of a day. What they made of a term stands in its event, as the moment at which it ends; everything else is judged by the rules of the
 * day on which an expert acts, since he may be on the roster for decades.
 */
export const rulesOn = (day: LocalDate): RuleSet => inForceOn(ruleSets, day);
