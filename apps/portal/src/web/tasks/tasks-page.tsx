import { Link } from 'react-router';
import { Page } from '../layout/page.tsx';
import { useSessionState } from '../session/session-context.tsx';
import { Answered } from '../states/answered.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { tasks as texts } from '../text/tasks.ts';
import { listLink } from '../workbench/links.ts';
import { readTasks } from './read-tasks.ts';
import { TaskPanel } from './task-panel.tsx';
import { tasksOf } from './task-list.ts';
import './tasks.css';

const nextPlaces = {
  staff: '/inbox',
  applicant: `${listLink({ context: 'projects', collection: 'calls' })}?status=published`,
  expert: listLink({ context: 'projects', collection: 'reviews' }),
};

const nextFor = (roles: readonly string[]): keyof typeof nextPlaces => {
  if (roles.includes('officer') || roles.includes('director')) return 'staff';
  return roles.includes('applicant') ? 'applicant' : 'expert';
};

const NothingToDo = ({ roles }: { roles: readonly string[] }) => {
  const words = texts[useLanguage().lang];
  const next = nextFor(roles);
  return (
    <Statement title={words.none} explanation={words.next[next]}>
      <Link to={nextPlaces[next]}>{words.nextLinks[next]}</Link>
    </Statement>
  );
};

/** What whoever is logged in is to do now, by his roles; each task leads to where it is done. */
export default function TasksPage() {
  const { text, lang } = useLanguage();
  const state = useSessionState();
  const person = state.status === 'signed-in' ? state.person : { roles: [] };
  const mine = tasksOf(person);
  const answer = useAnswer(JSON.stringify(mine), (api, signal) => readTasks(api, mine, signal));
  return (
    <Page title={text.app.tasks} lead={texts[lang].lead}>
      <Answered answer={answer}>
        {(open) => (
          <>
            {open.every(({ found }) => found === undefined) && <NothingToDo roles={person.roles} />}
            <div className="tasks">
              {open.map((each) => (
                <TaskPanel key={`${each.task.role} ${each.task.name}`} open={each} />
              ))}
            </div>
          </>
        )}
      </Answered>
    </Page>
  );
}
