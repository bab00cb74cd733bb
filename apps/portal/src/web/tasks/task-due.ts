import type { Project } from '../api/project.ts';
import { nextMilestoneOf } from '../project/next-milestone.ts';
import { isRecord } from '../workbench/description/schema.ts';
import type { Document } from '../workbench/list/csv.ts';

/** By when a task is to be done: a day that is still in time, or the first moment that is too late. */
export interface TaskDue {
  readonly at: string;
  readonly isDay: boolean;
}

const momentsAt = (value: unknown, path: readonly string[]): readonly string[] => {
  // Of a list only what is still open counts: a follow-up that was given is not owed any more.
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => (isRecord(item) && item['status'] === 'done' ? [] : momentsAt(item, path)));
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' ? [value] : [];
  return isRecord(value) ? momentsAt(value[name], rest) : [];
};

// What is done of a milestone stands in the reports, not in the plan.
const momentsOf = (document: Document, due: string): readonly string[] =>
  due === 'plan.milestones.due' ? [nextMilestoneOf(document as unknown as Project)?.due ?? []].flat() : momentsAt(document, due.split('.'));

/** The soonest that a document is due at the place that the task names; undefined where nothing stands there. */
export const findTaskDue = (document: Document, due: string | undefined): TaskDue | undefined => {
  const [at] = due === undefined ? [] : momentsOf(document, due).toSorted();
  return at === undefined ? undefined : { at, isDay: !at.includes('T') };
};
