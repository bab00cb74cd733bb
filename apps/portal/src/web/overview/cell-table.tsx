import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import type { Drawing } from './drawing.ts';

const shownAtFirst = 15;

/** Every tie as a row, the strongest first; the weaker ones once they are asked for. */
export const CellTable = ({ cells, unit, directed, name, linkTo }: Drawing) => {
  const { text } = useLanguage();
  const format = useFormat();
  const { dimensions } = text.figure;
  const [isWhole, setIsWhole] = useState(false);
  const sorted = cells.toSorted((one, other) => other.value - one.value);
  const shown = isWhole ? sorted : sorted.slice(0, shownAtFirst);
  return (
    <>
      <table className="plain-table">
        <caption className="visually-hidden">{text.overview.matrixCaption(name)}</caption>
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
          {shown.map(({ from, to, value, events }) => (
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
      {shown.length < sorted.length && (
        <Button className="show-all" onClick={() => setIsWhole(true)}>
          {text.overview.showAll(format.count(sorted.length))}
        </Button>
      )}
    </>
  );
};
