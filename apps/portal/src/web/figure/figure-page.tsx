import { useParams, useSearchParams } from 'react-router';
import { figureAddress, metricsAddress } from '../api/addresses.ts';
import type { Api } from '../api/api.ts';
import { readShownCurrency, type ShownCurrency } from '../api/currencies.ts';
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
import { type FigureFilters, parseFigureFilters } from '../url/figure-filters.ts';
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

// An amount is read in one currency, anything else without.
const readShownFigure = async (
  api: Api,
  { id: metric, unit }: Metric,
  by: readonly string[],
  filters: FigureFilters,
  signal: AbortSignal,
) => {
  const shown: ShownCurrency = unit === 'money' ? await readShownCurrency(api, { metric, filters }, signal) : { currencies: [] };
  const figure = await api.read<Figure>(figureAddress(metric, by, { ...filters, currency: shown.currency }), signal);
  return { figure, shown };
};

const FigureRows = ({ figure, by, address }: { figure: Figure; by: readonly string[]; address: string }) => {
  const { text } = useLanguage();
  const format = useFormat();
  return (
    <>
      <FigureFacts figure={figure} />
      <section className="panel">
        <div className="panel-header">
          <p className="panel-note">{text.figure.rows(format.count(figure.rows.length))}</p>
          <ExportButtons address={address} metric={figure.metric} />
        </div>
        {figure.rows.length === 0 ? (
          <Statement title={text.figure.empty} explanation={text.figure.emptyRemedy} />
        ) : (
          <FigureTable figure={figure} by={by} />
        )}
      </section>
    </>
  );
};

const FigureOf = ({ metric }: { metric: Metric }) => {
  const { lang } = useLanguage();
  const [parameters] = useSearchParams();
  const by = toDimensions(parseBreakdown(parameters, metric));
  const filters = parseFigureFilters(parameters);
  const question = figureAddress(metric.id, by, filters);
  const answer = useAnswer(question, (api, signal) => readShownFigure(api, metric, by, filters, signal));
  return (
    <Page title={metric.name[lang]} lead={metric.definition[lang]}>
      <div className="figure-controls">
        <BreakdownBar metric={metric} />
        <FigureFilterBar offers={metric.filters} shown={answer.status === 'loaded' ? answer.value.shown : undefined} />
      </div>
      <Answered answer={answer}>
        {({ figure, shown: { currency } }) => (
          <FigureRows figure={figure} by={by} address={figureAddress(metric.id, by, { ...filters, currency }, figure.watermark)} />
        )}
      </Answered>
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
