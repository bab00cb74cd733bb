import type { Project } from '../api/project.ts';
import { toMilestoneLines } from '../project/standing.ts';

/** A milestone on the line of time: `late` is one whose day is over and that was not reported as done. */
export interface MilestoneMark {
  readonly no: number;
  readonly title: string;
  readonly due: string;
  readonly state: 'planned' | 'reached' | 'late';
  /** The day of the report since which it is done. */
  readonly reachedOn?: string;
}

/** Since which report a milestone has been done; a report may take back what an earlier one said. */
const reachedOn = ({ progress }: Pick<Project, 'progress'>, no: number): string | undefined =>
  progress
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .reduce<string | undefined>((since, { on, milestones }) => {
      const isDone = milestones.find((milestone) => milestone.no === no)?.donePercent === 100;
      return isDone ? (since ?? on) : undefined;
    }, undefined);

/** The milestones of a project by their day, as they stand today. */
export const milestoneMarksOf = (project: Pick<Project, 'plan' | 'progress'>, today: string): MilestoneMark[] =>
  toMilestoneLines(project).map(({ no, title, due }) => {
    const reached = reachedOn(project, no);
    if (reached !== undefined) return { no, title, due, state: 'reached', reachedOn: reached };
    return { no, title, due, state: due < today ? 'late' : 'planned' };
  });

/** A stretch of time that is drawn, from the first day of a month to the first day of another. */
export interface TimeSpan {
  readonly from: string;
  readonly to: string;
}

const monthStart = (day: string, monthsOn: number): string => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + monthsOn, 1)).toISOString().slice(0, 10);
};

/** The months in which all of these days lie, today among them. */
export const spanOf = (days: readonly string[], today: string): TimeSpan => {
  const sorted = [...days, today].toSorted();
  return { from: monthStart(sorted[0] ?? today, 0), to: monthStart(sorted.at(-1) ?? today, 1) };
};

/** Where a day lies in the span, in percent of it. */
export const placeIn = ({ from, to }: TimeSpan, day: string): number => {
  const [start, end, at] = [from, to, day].map((each) => Date.parse(each)) as [number, number, number];
  return Math.round(((at - start) / (end - start)) * 10_000) / 100;
};

const ticksMax = 8;
const steps = [1, 3, 6, 12, 24, 60, 120];

/** First days of months that divide the span evenly, few enough to be labelled. */
export const ticksOf = ({ from, to }: TimeSpan): string[] => {
  const [[year = 0, month = 1] = [], [yearTo = 0, monthTo = 1] = []] = [from, to].map((day) => day.split('-').map(Number));
  const months = (yearTo - year) * 12 + monthTo - month;
  const step = steps.find((each) => months / each <= ticksMax) ?? 240;
  return Array.from({ length: Math.ceil(months / step) }, (_, i) => monthStart(from, i * step));
};
