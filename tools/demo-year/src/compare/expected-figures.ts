import { type LocalDate, workingCalendarOf, workingDaysBetween } from '@xietong/domain';
import type { PlannedAlliance } from '../plan/alliances.ts';
import type { PlannedApplication } from '../plan/applications.ts';
import { days } from '../plan/moments.ts';
import type { YearPlan } from '../plan/plan-year.ts';
import type { PlannedProject } from '../plan/projects.ts';

/** A figure as the script counts it itself, and how reporting is asked for the same. */
export interface ExpectedFigure {
  readonly metric: string;
  /** The years of the figure, and what else its question says. */
  readonly question: Readonly<Record<string, string>>;
  /** By the row of the answer: of a figure that is not broken down, under the empty name. */
  readonly values: ReadonlyMap<string, number>;
}

const calendar = workingCalendarOf('CN-331082');
const decisionWorkingDays = 30;

/** The day on which an application was approved or refused; undefined of any other. */
function decidedOn({ fate }: PlannedApplication): LocalDate | undefined {
  if (fate.kind === 'approved') return { 'with-all': days.approved, further: days.approvedFurther, late: days.approvedLate }[fate.way];
  return fate.kind === 'refused' ? { 'by-rank': days.refused, 'objection-upheld': days.approved }[fate.way] : undefined;
}

/** Working days that the decision took, without those on which the application was with its applicant to be corrected. */
export function workingDaysOf(application: PlannedApplication): number | undefined {
  const decided = decidedOn(application);
  if (!decided) return undefined;
  const { handedInOn, isReturned } = application;
  return isReturned
    ? workingDaysBetween(handedInOn, days.checked, calendar) + workingDaysBetween(days.handedInAgain, decided, calendar)
    : workingDaysBetween(handedInOn, decided, calendar);
}

/** Everything that reporting is asked at the end of the year, counted from the plan alone. */
export function expectedFigures({ applications, projects, alliances }: YearPlan): ExpectedFigure[] {
  const ofKind = (kind: string): number => applications.filter(({ fate }) => fate.kind === kind).length;
  const [approved, refused, ineligible] = [ofKind('approved'), ofKind('refused'), ofKind('ineligible')];
  const took = applications.flatMap((one) => workingDaysOf(one) ?? []).sort((one, other) => one - other);
  const warnings = projects.flatMap(({ reports }) => reports.flatMap(({ warned }) => warned ?? []));
  const accepted = projects.filter(({ end }) => end !== 'exited');
  const count = (isMeant: (project: PlannedProject) => boolean): number => projects.filter(isMeant).length;
  const [call, course, years] = [{ year: '2022' }, { year: '2022..2023' }, { year: '2024..2026' }];
  return [
    one('applications', call, applications.length),
    one('approved-applications', call, approved),
    one('refused-applications', call, refused),
    one('ineligible-applications', call, ineligible),
    one('approval-rate', call, basisPoints(approved, approved + refused + ineligible)),
    one('days-to-decision', call, took[Math.ceil(took.length / 2) - 1] ?? 0),
    one('decisions-in-time', call, basisPoints(took.filter((n) => n <= decisionWorkingDays).length, took.length)),
    one('projects', call, projects.length),
    one('cross-region-projects', call, count(isCrossRegion)),
    one(
      'warned-projects',
      course,
      count(({ reports }) => reports.some(({ warned }) => warned !== undefined)),
    ),
    one('warnings-in-time', course, basisPoints(warnings.filter((how) => how === 'answered').length, warnings.length)),
    one(
      'assisted-projects',
      course,
      count(({ assistedAfter }) => assistedAfter !== undefined),
    ),
    one(
      'exited-projects',
      course,
      count(({ end }) => end === 'exited'),
    ),
    one('accepted-projects', course, accepted.length),
    one(
      'follow-up-revenue',
      { ...years, currency: 'CNY' },
      sumOf(accepted, ({ revenue }) => revenue.amount),
    ),
    one(
      'follow-up-jobs',
      years,
      sumOf(accepted, ({ jobs }) => jobs),
    ),
    one(
      'follow-up-co2',
      years,
      sumOf(accepted, ({ co2SavedKg }) => co2SavedKg),
    ),
    { metric: 'pair-shared-tax', question: { ...course, by: 'a,b', currency: 'CNY' }, values: sharedByPair(alliances, 'tax') },
    { metric: 'pair-shared-output', question: { ...course, by: 'a,b', currency: 'CNY' }, values: sharedByPair(alliances, 'output') },
  ];
}

const one = (metric: string, question: ExpectedFigure['question'], value: number): ExpectedFigure => ({
  metric,
  question,
  values: new Map([['', value]]),
});

/** A share in hundredths of a percent, rounded half up. */
const basisPoints = (part: number, whole: number): number => Math.round((10_000 * part) / whole);

const isCrossRegion = ({ application: { content } }: PlannedProject): boolean =>
  new Set(content.parties.map(({ organisation }) => organisation.region)).size > 1;

const sumOf = (projects: readonly PlannedProject[], of: (followUp: PlannedProject['followUps'][number]) => number): number =>
  projects.flatMap(({ followUps }) => followUps).reduce((sum, followUp) => sum + of(followUp), 0);

/** The name of a pair's row: the two regions in order. */
export const pairOf = (a: string, b: string): string => [a, b].toSorted().join(' – ');

/** Per pair of regions, what fell to the members of both in the quarters that all members confirmed. */
function sharedByPair(alliances: readonly PlannedAlliance[], what: 'tax' | 'output'): Map<string, number> {
  const shared = new Map<string, number>();
  for (const { members, statements } of alliances) {
    const total = statements.reduce((sum, statement) => sum + statement[what], 0);
    for (const [place, first] of members.entries()) {
      for (const second of members.slice(place + 1)) {
        const pair = pairOf(first.region, second.region);
        const amount = (total / 10_000) * (first.basisPoints + second.basisPoints);
        shared.set(pair, (shared.get(pair) ?? 0) + amount);
      }
    }
  }
  return shared;
}
