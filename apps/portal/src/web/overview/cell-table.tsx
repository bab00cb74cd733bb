import { Link } from 'react-router';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import type { Drawing } from './drawing.ts';

/** Every tie as a row, the strongest first. */
export const CellTable = ({ cells, unit, directed, name, linkTo }: Drawing) => {
  const { text } = useLanguage();
  const format = useFormat();
  const { dimensions } = text.figure;
  const sorted = cells.toSorted((one, other) => other.value - one.value);
  return (
    <div className="cell-table" tabIndex={0} role="region" aria-label={text.overview.matrixCaption(name)}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{directed ? dimensions['from'] : dimensions['a']}</th>
            <th scope="col">{directed ? dimensions['to'] : dimensions['b']}</th>
            <th scope="col" className="number">
              {name}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ from, to, value, events }) => (
            <tr key={`${from} ${to}`}>
              <td>{format.region(from)}</td>
              <td>{format.region(to)}</td>
              <td className="number">
                <Link to={linkTo(events)}>{format.value(value, unit)}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
