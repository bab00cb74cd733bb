import { useParams, useSearchParams } from 'react-router';
import { figureAddress, metricsAddress } from '../api/addresses.ts';
import type { Api } from '../api/api.ts';
import type { Page as PageOf } from '../api/events.ts';
import type { Figure, Metric } from '../api/figures.ts';
import { EventsDrawer } from '../events/events-drawer.tsx';
import { FigureFilterBar } from '../filters/figure-filter-bar.tsx';
import { Page } from '../layout/page.tsx';
import { Answered } from '../states/answered.tsx';
import { NotFound } from '../states/not-found.tsx';
import { Statement } from '../states/statement.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { parseFigureFilters, withoutCurrency } from '../url/figure-filters.ts';
import { parseBreakdown, toDimensions } from './breakdown.ts';
import { BreakdownBar } from './breakdown-bar.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { FigureFacts } from './figure-facts.tsx';
import { FigureTable } from './figure-table.tsx';
import './figure.css';

const findMetric = async (api: Api, id: string, signal: AbortSignal): Promise<Metric | undefined> => {
  const { items } = await api.read<PageOf<Metric>>(metricsAddress, signal);
  return items.find((metric) => metric.id === id);
};

const FigureRows = ({ metric }: { metric: Metric }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const [parameters] = useSearchParams();
  const by = toDimensions(parseBreakdown(parameters, metric));
  const asked = parseFigureFilters(parameters);
  const filters = metric.unit === 'money' ? asked : withoutCurrency(asked);
  const addressAt = (watermark?: string) => figureAddress(metric.id, by, filters, watermark);
  const answer = useAnswer(addressAt(), (api, signal) => api.read<Figure>(addressAt(), signal));
  return (
    <Answered answer={answer}>
      {(figure) => (
        <>
          <FigureFacts figure={figure} />
          <section className="panel">
            <div className="panel-header">
              <p className="panel-note">{text.figure.rows(format.count(figure.rows.length))}</p>
              <ExportButtons address={addressAt(figure.watermark)} metric={metric.id} />
            </div>
            {figure.rows.length === 0 ? (
              <Statement title={text.figure.empty} explanation={text.figure.emptyRemedy} />
            ) : (
              <FigureTable figure={figure} by={by} />
            )}
          </section>
        </>
      )}
    </Answered>
  );
};

const FigureOf = ({ metric }: { metric: Metric }) => {
  const { lang } = useLanguage();
  return (
    <Page title={metric.name[lang]} lead={metric.definition[lang]}>
      <div className="figure-controls">
        <BreakdownBar metric={metric} />
        <FigureFilterBar />
      </div>
      <FigureRows metric={metric} />
      <EventsDrawer metric={metric.id} />
    </Page>
  );
};

/** One figure: what it means, its rows, and the events behind each of them. */
export default function FigurePage() {
  const { metric: id = '' } = useParams();
  const answer = useAnswer(id, (api, signal) => findMetric(api, id, signal));
  return (
    <Answered answer={answer} isPage>
      {(metric) => (metric ? <FigureOf metric={metric} /> : <NotFound />)}
    </Answered>
  );
}
