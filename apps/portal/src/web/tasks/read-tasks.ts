import { documentsAddress } from '../api/addresses.ts';
import type { Api } from '../api/api.ts';
import type { Page } from '../api/events.ts';
import type { Collection } from '../workbench/description/description.ts';
import { readCollections } from '../workbench/description/read-collections.ts';
import type { Document } from '../workbench/list/csv.ts';
import type { Task } from './task-list.ts';

const shownMax = 3;

/** A task with what there is of it now: the first few documents and how many there are, or nothing where they were not read. */
export interface OpenTask {
  readonly task: Task;
  readonly found?: { readonly of: Collection; readonly documents: readonly Document[]; readonly count: number };
}

const addressOf = (task: Task): string => documentsAddress(task, { ...task.filter, sort: task.sort, limit: shownMax, count: true });

const readTask = async (api: Api, task: Task, signal: AbortSignal): Promise<OpenTask> => {
  if (task.isPersonal) return { task };
  const [{ items, count = items.length }, collections] = await Promise.all([
    api.read<Page<Document>>(addressOf(task), signal),
    readCollections(api, task.context),
  ]);
  const of = collections.find(({ collection }) => collection === task.collection);
  return of ? { task, found: { of, documents: items, count } } : { task };
};

/** Those of the tasks of which there is something now, or of which that could not be read. Throws where none could be. */
export const readTasks = async (api: Api, tasks: readonly Task[], signal: AbortSignal): Promise<readonly OpenTask[]> => {
  const settled = await Promise.allSettled(tasks.map((task) => readTask(api, task, signal)));
  const [failed] = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  if (failed !== undefined && settled.every(({ status }) => status === 'rejected')) throw failed;
  const open = settled.map((each, i): OpenTask => (each.status === 'fulfilled' ? each.value : { task: tasks[i] as Task }));
  return open.filter(({ found }) => found === undefined || found.count > 0);
};
