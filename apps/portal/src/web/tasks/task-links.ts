import { writingLink } from '../apply/places.ts';
import { panelLink, reviewersLink } from '../panel/panel-link.ts';
import { reviewLink } from '../review-desk/review-link.ts';
import type { TaskName } from '../text/tasks.ts';
import { documentLink, listLink } from '../workbench/links.ts';
import { isRecord } from '../workbench/description/schema.ts';
import type { Document } from '../workbench/list/csv.ts';
import { toListParameters } from '../url/list-view.ts';
import type { Task } from './task-list.ts';

// The area of an application decides on whose table it lies.
const panelOf = ({ call, content }: Document): string | undefined => {
  const area = isRecord(content) ? content['area'] : undefined;
  return typeof call === 'string' && typeof area === 'string' ? panelLink(call, area) : undefined;
};

const madeByHand: Partial<Record<TaskName, (document: Document) => string | undefined>> = {
  'finish-draft': ({ id }) => writingLink(id),
  resubmit: ({ id }) => writingLink(id),
  'answer-invitation': ({ id }) => reviewLink(id),
  score: ({ id }) => reviewLink(id),
  'invite-reviewers': ({ id }) => reviewersLink(id),
  shortlist: panelOf,
};

/** Where a task is done for a document: on a page made for it, or on the document's own. */
export const taskLink = (task: Task, document: Document): string => madeByHand[task.name]?.(document) ?? documentLink(task, document.id);

/** All that there is of a task. */
export const allOfTaskLink = (task: Task): string =>
  `${listLink(task)}?${toListParameters({ filters: task.filter, sort: task.sort }).toString()}`;
