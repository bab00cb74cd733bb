import { useSearchParams } from 'react-router';
import { boardAddress } from '../api/addresses.ts';
import type { Page as PageOf } from '../api/events.ts';
import type { Project } from '../api/project.ts';
import { Page } from '../layout/page.tsx';
import { Pager } from '../projects/pager.tsx';
import { usePageTurning } from '../projects/use-page-turning.ts';
import '../projects/projects.css';
import { Answered } from '../states/answered.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { board } from '../text/board.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { isNarrowed, parseBoardView } from '../url/board-view.ts';
import { BoardFilterBar } from './board-filter-bar.tsx';
import { BoardTable } from './board-table.tsx';
import { MilestoneChart } from './milestone-chart.tsx';
import './board.css';

const NoProjects = ({ isNarrow }: { isNarrow: boolean }) => {
  const words = board[useLanguage().lang];
  return isNarrow ? (
    <Statement title={words.noMatch} explanation={words.noMatchRemedy} />
  ) : (
    <Statement title={words.none} explanation={words.noneRemedy} />
  );
};

/** The agency's running projects with their lights, page by page, as a list or over time. */
export default function BoardPage() {
  const { text, lang } = useLanguage();
  const words = board[lang];
  const format = useFormat();
  const [parameters] = useSearchParams();
  const { cursor, pagerFor } = usePageTurning();
  const view = parseBoardView(parameters);
  const address = boardAddress(view, cursor);
  const answer = useAnswer(address, (api, signal) => api.read<PageOf<Project>>(address, signal));
  return (
    <Page title={text.app.board} lead={words.lead}>
      <BoardFilterBar />
      <Answered answer={answer}>
        {({ items, next, count }) =>
          items.length === 0 ? (
            <NoProjects isNarrow={isNarrowed(view) || cursor !== undefined} />
          ) : (
            <section className="panel">
              {count !== undefined && (
                <p className="panel-note" role="status">
                  {words.count(format.count(count))}
                </p>
              )}
              {view.isTimeline ? <MilestoneChart projects={items} /> : <BoardTable projects={items} />}
              <Pager {...pagerFor(next)} />
            </section>
          )
        }
      </Answered>
    </Page>
  );
}
