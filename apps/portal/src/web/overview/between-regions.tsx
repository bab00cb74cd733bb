import { Segmented, Select } from 'antd';
import { useSearchParams } from 'react-router';
import type { Figure } from '../api/figures.ts';
import { useLanguage } from '../text/language.tsx';
import { CellTable } from './cell-table.tsx';
import { ChordDiagram } from './chord-diagram.tsx';
import type { Drawing } from './drawing.ts';
import { toCells } from './matrix.ts';
import { MatrixTable } from './matrix-table.tsx';
import { type Measure, measures } from './overview.ts';
import { useFigureLink } from './use-figure-link.ts';

const views = ['matrix', 'chord', 'table'] as const;
type View = (typeof views)[number];

const measureOf = (parameters: URLSearchParams): Measure =>
  (Object.keys(measures) as Measure[]).find((measure) => measure === parameters.get('measure')) ?? 'pair-projects';
const viewOf = (parameters: URLSearchParams): View => views.find((view) => view === parameters.get('view')) ?? 'matrix';

/** What two regions have with each other, as a matrix, as a chord diagram, or as a plain table. */
export const BetweenRegions = ({ between }: { between: Readonly<Record<Measure, Figure>> }) => {
  const { text } = useLanguage();
  const [parameters, setParameters] = useSearchParams();
  const linkTo = useFigureLink();
  const [measure, view] = [measureOf(parameters), viewOf(parameters)];
  const { directed, by } = measures[measure];
  const { rows, unit } = between[measure];

  const choose = (key: 'measure' | 'view', value: string) =>
    setParameters(
      (current) => {
        const next = new URLSearchParams(current);
        next.set(key, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const drawing = {
    cells: toCells(rows, directed),
    unit,
    directed,
    name: text.overview.measureNames[measure],
    linkTo: (events: string) => linkTo(measure, by, events),
  };

  return (
    <section className="panel between" aria-labelledby="between-title">
      <div className="panel-header">
        <div>
          <h2 id="between-title">{text.overview.collaboration}</h2>
          <p className="panel-note">{(directed ? text.overview.directedNotes : text.overview.notes)[view]}</p>
        </div>
        <div className="between-controls">
          <Select
            aria-label={text.overview.measure}
            value={measure}
            onChange={(next) => choose('measure', next)}
            options={Object.entries(text.overview.measureNames).map(([value, label]) => ({ value: value as Measure, label }))}
          />
          <Segmented
            aria-label={text.overview.view}
            value={view}
            onChange={(next) => choose('view', next)}
            options={views.map((value) => ({ value, label: text.overview[value] }))}
          />
        </div>
      </div>
      {rows.length === 0 ? <p>{text.overview.noPairs}</p> : <DrawingOf view={view} {...drawing} />}
    </section>
  );
};

const DrawingOf = ({ view, ...drawing }: { view: View } & Drawing) => {
  switch (view) {
    case 'matrix':
      return <MatrixTable {...drawing} />;
    case 'chord':
      return <ChordDiagram {...drawing} />;
    case 'table':
      return <CellTable {...drawing} />;
  }
};
