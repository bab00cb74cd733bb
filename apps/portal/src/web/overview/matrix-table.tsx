import { Link } from 'react-router';
import { findCurrency } from '../format/format.ts';
import { useLanguage } from '../text/language.tsx';
import { type Format, useFormat } from '../text/use-format.ts';
import type { Drawing } from './drawing.ts';
import { type Cell, shadeStepOf, shadeSteps, toMatrix } from './matrix.ts';
import { toMillions } from './millions.ts';

// More would not be read any more at the width of a page; the table has them all.
const regionCountMax = 16;

const Legend = () => {
  const { text } = useLanguage();
  return (
    <p className="matrix-legend" aria-hidden="true">
      {text.overview.fewer}
      {shadeSteps.map((step) => (
        <span key={step} className={`swatch shade-${step}`} />
      ))}
      {text.overview.more}
    </p>
  );
};

const MatrixCell = ({ cell, unit, step, to, format }: { cell: Cell; unit: string; step: number; to: string; format: Format }) => {
  const exact = format.value(cell.value, unit);
  const { text } = useLanguage();
  const label = `${text.overview.pair(format.region(cell.from), format.region(cell.to))}: ${exact}`;
  return (
    <td className={`shade-${step}`}>
      <Link to={to} aria-label={label} title={label}>
        {findCurrency(unit) ? toMillions(cell.value, unit) : exact}
      </Link>
    </td>
  );
};

/** The heat map: a real table, so that every cell can be read, reached by keyboard and opened. */
export const MatrixTable = ({ cells, unit, directed, name, linkTo }: Drawing) => {
  const { text } = useLanguage();
  const format = useFormat();
  const { regions, max, leftOut, find } = toMatrix(cells, directed, regionCountMax);
  const currency = findCurrency(unit);
  return (
    <>
      <table className="matrix">
        <caption className="visually-hidden">{text.overview.matrixCaption(name)}</caption>
        <thead>
          <tr>
            <td />
            {regions.map((region) => (
              <th key={region} scope="col">
                <span>{format.region(region)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {regions.map((from) => (
            <tr key={from}>
              <th scope="row">{format.region(from)}</th>
              {regions.map((to) => {
                const cell = find(from, to);
                if (cell === undefined) return <td key={to} className={from === to ? 'matrix-self' : 'shade-0'} />;
                return (
                  <MatrixCell
                    key={to}
                    cell={cell}
                    unit={unit}
                    step={shadeStepOf(cell.value, max)}
                    to={linkTo(cell.events)}
                    format={format}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="matrix-foot">
        <Legend />
        {currency && <p className="panel-note">{text.overview.amountInMillions(currency)}</p>}
        {leftOut > 0 && <p className="panel-note">{text.overview.othersLeftOut(format.count(leftOut))}</p>}
      </div>
    </>
  );
};
