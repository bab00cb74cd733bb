import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { projectsAddress } from '../api/addresses.ts';
import type { Page as PageOf } from '../api/events.ts';
import type { Project } from '../api/project.ts';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { isNarrowed, parseProjectFilters } from '../url/project-filters.ts';
import { after, back, findCursor, next, trailOf } from './paging.ts';
import { Pager } from './pager.tsx';
import { ProjectFilterBar } from './project-filter-bar.tsx';
import { NoProjects } from './no-projects.tsx';
import { ProjectTable } from './project-table.tsx';
import './projects.css';

/** The list of projects, page by page; the address holds filters and page, so that both can be shared. */
export default function ProjectsPage() {
  const { text } = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  const { state } = useLocation();
  const [parameters] = useSearchParams();
  const filters = parseProjectFilters(parameters);
  const address = projectsAddress(filters, findCursor(parameters));
  const answer = useAnswer(address, (api, signal) => api.read<PageOf<Project>>(address, signal));
  const trail = trailOf(state);

  const goTo = (page: { cursor?: string; trail: readonly string[] }) =>
    void navigate({ search: after(parameters, page.cursor).toString() }, { state: { trail: page.trail } });

  return (
    <Page title={text.projects.title}>
      <ProjectFilterBar />
      <Answered answer={answer}>
        {({ items, next: cursor, count }) =>
          items.length === 0 ? (
            <NoProjects isNarrowed={isNarrowed(filters) || findCursor(parameters) !== undefined} />
          ) : (
            <section className="panel">
              {count !== undefined && (
                <p className="panel-note" role="status">
                  {text.projects.count(format.count(count))}
                </p>
              )}
              <ProjectTable projects={items} />
              <Pager
                page={trail.length + 1}
                {...(findCursor(parameters) === undefined ? {} : { onBack: () => goTo(back(trail)) })}
                {...(cursor === undefined ? {} : { onNext: () => goTo(next(trail, findCursor(parameters), cursor)) })}
              />
            </section>
          )
        }
      </Answered>
    </Page>
  );
}
