import type { RiskLevel } from '@xietong/contracts-projects';
import { inForceOn, type LocalDate } from '@xietong/domain';

/** The numbers of the field's rules, as they are in force from a day on. A case keeps the id of the set that it began under. */
export interface RuleSet {
  readonly id: string;
  readonly since: LocalDate;
  /** Working days from the submission of an application to the decision on it, and to the reminder that it is due. */
  readonly decisionWorkingDays: number;
  readonly decisionReminderWorkingDays: number;
  /** Working days within which an application that was returned has to be submitted again. */
  readonly resubmissionWorkingDays: number;
  /** The least number of working days for which a list of those to be approved is publicised. */
  readonly publicityWorkingDaysMin: number;
  /** A project that is this much of its plan behind, in percent of what was planned by then, is warned. */
  readonly lagWarnedAbovePercent: number;
  readonly warningAnswerHours: number;
  /** Within how many days of a midway evaluation a correction that it wants is to be done at most. */
  readonly correctionDaysMax: number;
  /** Yearly follow-ups after acceptance. */
  readonly followUps: number;
  /** Working days within which an expert answers an invitation to a review, and, once he accepted it, within which he scores. */
  readonly reviewAnswerWorkingDays: number;
  readonly reviewWorkingDays: number;
  /** For how many years a shared organisation or project keeps an expert from a review, or a person from a committee. */
  readonly conflictYears: number;
  readonly committeeMembersMin: number;
  /** With fewer members an alliance is dissolved. */
  readonly allianceMembersMin: number;
  /** Working days within which the owner of a risk says what is done about it. */
  readonly riskAnswerWorkingDays: Readonly<Record<RiskLevel, number>>;
}

/**
 * Every rule set, the earliest first. Days and percents are those of the plans that the platform serves (approval within 30 working days,
 * assistance above 20 % behind, an answer within 48 hours, three years of follow-up); the days of a resubmission, of publicity and of a
 * correction, for which the plans name no number, are ours, as are those of a review, which together leave half of the thirty for the rest, and a call may publicise for longer. That an alliance takes two lies in the word.
 * Ours too: the days for an answer to a risk, for which the plans ask "by level". A rule that changes is a new set with its day, never an edit.
 */
export const ruleSets: readonly [RuleSet, ...RuleSet[]] = [
  {
    id: '2025',
    since: '2025-01-01',
    decisionWorkingDays: 30,
    decisionReminderWorkingDays: 20,
    resubmissionWorkingDays: 10,
    publicityWorkingDaysMin: 5,
    lagWarnedAbovePercent: 20,
    warningAnswerHours: 48,
    correctionDaysMax: 180,
    followUps: 3,
    reviewAnswerWorkingDays: 3,
    reviewWorkingDays: 5,
    conflictYears: 3,
    committeeMembersMin: 3,
    allianceMembersMin: 2,
    riskAnswerWorkingDays: { high: 2, medium: 5, low: 10 },
  },
];

/** The rules in force on a day; before the first set, those of the first. */
export const rulesOn = (day: LocalDate): RuleSet => inForceOn(ruleSets, day);

/** The rules that a case began under; one from before rules had names began under the first. Throws for a set that never was. */
export function rulesOf(id: string | undefined): RuleSet {
  const found = id === undefined ? ruleSets[0] : ruleSets.find((set) => set.id === id);
  if (!found) throw new Error(`there is no rule set '${id}'`);
  return found;
}
