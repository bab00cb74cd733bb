import { useSearchParams } from 'react-router';
import { projectsAddress } from '../api/addresses.ts';
import type { Page as PageOf } from '../api/events.ts';
import type { Project } from '../api/project.ts';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { isNarrowed, parseProjectFilters } from '../url/project-filters.ts';
import { usePageTurning } from './use-page-turning.ts';
import { Pager } from './pager.tsx';
import { ProjectFilterBar } from './project-filter-bar.tsx';
import { NoProjects } from './no-projects.tsx';
import { ProjectTable } from './project-table.tsx';
import './projects.css';

/** The list of projects, page by page; the address holds filters and page, so that both can be shared. */
export default function ProjectsPage() {
  const { text } = useLanguage();
  const format = useFormat();
  const [parameters] = useSearchParams();
  const { cursor, pagerFor } = usePageTurning();
  const filters = parseProjectFilters(parameters);
  const address = projectsAddress(filters, cursor);
  const answer = useAnswer(address, (api, signal) => api.read<PageOf<Project>>(address, signal));

  return (
    <Page title={text.projects.title}>
      <ProjectFilterBar />
      <Answered answer={answer}>
        {({ items, next: following, count }) =>
          items.length === 0 ? (
            <NoProjects isNarrowed={isNarrowed(filters) || cursor !== undefined} />
          ) : (
            <section className="panel">
              {count !== undefined && (
                <p className="panel-note" role="status">
                  {text.projects.count(format.count(count))}
                </p>
              )}
              <ProjectTable projects={items} />
              <Pager {...pagerFor(following)} />
            </section>
          )
        }
      </Answered>
    </Page>
  );
}
