import { Link } from 'react-router';
import { tasks as texts } from '../text/tasks.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { dayIn, lastDayOf, regionOf, zoneOf } from '../workbench/document/due.ts';
import type { Collection } from '../workbench/description/description.ts';
import { titleOf } from '../workbench/list/columns.ts';
import type { Document } from '../workbench/list/csv.ts';
import { WorkingDaysLeft } from '../working-days/working-days-left.tsx';
import type { OpenTask } from './read-tasks.ts';
import { findTaskDue } from './task-due.ts';
import { allOfTaskLink, taskLink } from './task-links.ts';
import type { Task } from './task-list.ts';

const TaskDue = ({ document, due }: { document: Document; due: string | undefined }) => {
  const format = useFormat();
  const found = findTaskDue(document, due);
  const [region, zone] = [regionOf(document), zoneOf(document)];
  if (found === undefined || region === undefined || zone === undefined) return null;
  const lastDay = lastDayOf(found, zone);
  return (
    <span className="task-due">
      <time dateTime={lastDay}>{format.date(lastDay)}</time>
      <WorkingDaysLeft today={dayIn(Date.now(), zone)} lastDay={lastDay} region={region} />
    </span>
  );
};

const TaskDocuments = ({ of, documents, task }: { of: Collection; documents: readonly Document[]; task: Task }) => (
  <ul className="task-documents">
    {documents.map((document) => (
      <li key={document.id}>
        <Link to={taskLink(task, document)}>{titleOf(of, document)}</Link>
        <TaskDue document={document} due={task.due} />
      </li>
    ))}
  </ul>
);

/** One task: how much there is of it, the first few, and the way to all. */
export const TaskPanel = ({ open: { task, found } }: { open: OpenTask }) => {
  const words = texts[useLanguage().lang];
  const format = useFormat();
  const id = `task-${task.role}-${task.name}`;
  const more = found !== undefined && found.count > found.documents.length;
  return (
    <section className="panel task" aria-labelledby={id}>
      <h2 id={id}>
        {words.titles[task.name]}
        {found && <span className="task-count">{words.count(format.count(found.count))}</span>}
      </h2>
      {found && <TaskDocuments of={found.of} documents={found.documents} task={task} />}
      {!found && <p className="panel-note">{task.isPersonal ? words.personal : words.unread}</p>}
      {(more || !found) && (
        <Link to={allOfTaskLink(task)} aria-describedby={id}>
          {found ? words.all(format.count(found.count)) : words.open}
        </Link>
      )}
    </section>
  );
};
