import type { FollowUp, Milestone, MilestoneProgress } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import type { Random } from '@xietong/testing';
import type { PlannedApplication } from './applications.ts';
import { days, monthEnds } from './moments.ts';
import { partOf, wholeYear } from './size.ts';

export interface PlannedReport {
  readonly on: LocalDate;
  readonly milestones: readonly MilestoneProgress[];
  /** The report lags the plan, so that the project is warned; the warning is answered a day later, or only when it has escalated. */
  readonly warned?: 'answered' | 'escalated';
}

/** A project that an approval becomes, and what becomes of it. */
export interface PlannedProject {
  /** Its number at the agency. */
  readonly number: string;
  readonly application: PlannedApplication;
  readonly milestones: readonly Milestone[];
  readonly reports: readonly PlannedReport[];
  /** The month end after which the agency helps it. */
  readonly assistedAfter?: LocalDate;
  readonly midway: 'on-course' | 'corrected' | 'corrected-late' | 'to-be-stopped';
  /** It stops before its plan is done; or a third party accepts it, at once or the second time. */
  readonly end: 'exited' | 'accepted' | 'accepted-again';
  readonly isFollowedUpLate: boolean;
  /** What came of it in each of the three years after acceptance. */
  readonly followUps: readonly FollowUp[];
}

const dues: readonly LocalDate[] = ['2022-08-31', '2022-11-30', '2023-02-28', '2023-05-31'];
const titles = ['总体方案与关键技术验证', '样机研制与中试', '首处示范应用', '第二处示范与技术规范'];
const weights = [
  [25, 25, 25, 25],
  [20, 30, 30, 20],
  [30, 20, 30, 20],
] as const;
/** A project is warned that is more than a fifth of what was planned behind. */
const lagWarnedAbovePercent = 20;
/** Behind by so much that a milestone of any weight raises a warning in the month in which it is due. */
const doneOfLagging = 20;

type Course =
  | { readonly kind: 'steady' }
  | { readonly kind: 'lagging'; readonly at: number; readonly answered: boolean }
  | { readonly kind: 'failing' };

/** The projects of those approved, in the order of their applications. */
export function planProjects(random: Random, applications: readonly PlannedApplication[]): PlannedProject[] {
  const approved = applications.filter(({ fate }) => fate.kind === 'approved');
  const some = (whole: number): number => partOf(whole, approved.length, wholeYear.approved);
  const order = random.fork('courses').shuffled(approved.map((_, place) => place));
  const rankOf = new Map(order.map((place, rank) => [place, rank]));
  const [failing, lagging, corrected, again, late] = [some(2), some(16), some(6), some(3), some(5)];
  return approved.map((application, place) => {
    const own = random.fork(`project ${place}`);
    const rank = rankOf.get(place) ?? 0;
    const isFailing = rank < failing;
    const isLagging = !isFailing && rank < failing + lagging;
    const course: Course = isFailing
      ? { kind: 'failing' }
      : isLagging
        ? { kind: 'lagging', at: own.whole(3), answered: rank >= failing + some(3) }
        : { kind: 'steady' };
    const milestones = milestonesOf(own);
    const fromEnd = approved.length - 1 - rank;
    const end = isFailing ? 'exited' : fromEnd < again ? 'accepted-again' : 'accepted';
    const assistedAfter = assistanceOf(course, rank < failing + some(6));
    return {
      number: `LH2022-${String(place + 1).padStart(3, '0')}`,
      application,
      milestones,
      reports: reportsOf(milestones, course),
      ...(assistedAfter && { assistedAfter }),
      midway: isFailing ? 'to-be-stopped' : midwayOf(rank - failing, corrected),
      end,
      isFollowedUpLate: end === 'accepted' && fromEnd < again + late,
      followUps: end === 'exited' ? [] : followUpsOf(own, application),
    };
  });
}

const milestonesOf = (random: Random): Milestone[] => {
  const weightsOf = random.pick(weights);
  return dues.map((due, place) => ({ no: place + 1, title: titles[place] ?? '', due, weightPercent: weightsOf[place] ?? 0 }));
};

function assistanceOf(course: Course, isAmongFirst: boolean): LocalDate | undefined {
  if (!isAmongFirst || course.kind === 'steady') return undefined;
  return dues[course.kind === 'failing' ? 0 : course.at];
}

/** The first of those that go on are to correct something, the very first of them does so late. */
function midwayOf(place: number, corrected: number): PlannedProject['midway'] {
  if (place === 0) return 'corrected-late';
  return place < corrected ? 'corrected' : 'on-course';
}

/** The monthly reports: of who fails only those of the first year, after which the agency has to decide. */
function reportsOf(milestones: readonly Milestone[], course: Course): PlannedReport[] {
  const reported = course.kind === 'failing' ? monthEnds.filter((on) => on < '2023') : monthEnds;
  return reported.map((on) => {
    const done = milestones.map(({ no, due }, place) => ({ no, donePercent: doneOn(on, due, place, course) }));
    if (!isWarned(on, milestones, done)) return { on, milestones: done };
    const isAnswered = course.kind !== 'lagging' || course.answered;
    return { on, milestones: done, warned: isAnswered ? ('answered' as const) : ('escalated' as const) };
  });
}

/** A milestone grows evenly over its three months; one that lags is made good in the month after it was due, one that fails never. */
function doneOn(on: LocalDate, due: LocalDate, place: number, course: Course): number {
  const month = monthEnds.indexOf(on) - 3 * place + 1;
  if (month <= 0) return 0;
  if (course.kind === 'failing') return Math.min(month, 3) * (place === 0 ? 13 : 5);
  if (course.kind === 'lagging' && course.at === place && on <= due) return Math.min(month * 7, doneOfLagging);
  return Math.min(100, Math.round((100 * month) / 3));
}

/** Whether so much of what was due is not done, counted apart from the service: weights are percent, and so is what is done. */
function isWarned(on: LocalDate, milestones: readonly Milestone[], done: readonly MilestoneProgress[]): boolean {
  const planned = milestones.reduce((sum, { due, weightPercent }) => sum + (due <= on ? weightPercent : 0), 0);
  const actual = milestones.reduce((sum, { weightPercent }, place) => sum + (weightPercent * (done[place]?.donePercent ?? 0)) / 100, 0);
  return 100 * (planned - actual) > lagWarnedAbovePercent * planned;
}

function followUpsOf(random: Random, { granted }: PlannedApplication): FollowUp[] {
  return days.followedUp.map((_, year) => ({
    revenue: { amount: Math.round((granted.amount / 100) * (40 + random.whole(160)) * (year + 1)), currency: 'CNY' },
    jobs: 2 + random.whole(18),
    co2SavedKg: (random.whole(120) - 10) * 1_000,
    inUse: random.whole(10) > 0,
  }));
}
