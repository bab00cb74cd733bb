import { useSearchParams } from 'react-router';
import { FigureFilterBar } from '../filters/figure-filter-bar.tsx';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { isNarrowed, parseFigureFilters } from '../url/figure-filters.ts';
import { BetweenRegions } from './between-regions.tsx';
import { KeyFigures } from './key-figures.tsx';
import { type Overview, readOverview, totalOf } from './overview.ts';
import { OverviewSkeleton } from './overview-skeleton.tsx';
import { TimeLine } from './time-line.tsx';
import { TopPairs } from './top-pairs.tsx';
import { Watermark } from './watermark.tsx';
import './overview.css';

const OverviewContent = ({ overview, isNarrowed }: { overview: Overview; isNarrowed: boolean }) => {
  const { text } = useLanguage();
  if (totalOf(overview.projects) === 0)
    return isNarrowed ? (
      <Statement title={text.overview.empty} explanation={text.overview.emptyRemedy} />
    ) : (
      <Statement title={text.projects.none} explanation={text.projects.noneOfAgency} />
    );
  return (
    <div className="overview">
      <KeyFigures overview={overview} />
      <BetweenRegions between={overview.between} />
      <TopPairs projects={overview.between['pair-projects']} amounts={overview.between['pair-amount']} />
      <TimeLine projects={overview.byYear} crossRegion={overview.crossRegionByYear} />
      <Watermark watermark={overview.watermark} />
    </div>
  );
};

export default function OverviewPage() {
  const { text } = useLanguage();
  const [parameters] = useSearchParams();
  const filters = parseFigureFilters(parameters);
  const answer = useAnswer(JSON.stringify(filters), (api, signal) => readOverview(api, filters, signal));
  return (
    <Page title={text.overview.title} actions={<FigureFilterBar shown={answer.status === 'loaded' ? answer.value : undefined} />}>
      <Answered answer={answer} skeleton={<OverviewSkeleton />}>
        {(overview) => <OverviewContent overview={overview} isNarrowed={isNarrowed(filters)} />}
      </Answered>
    </Page>
  );
}
