import { Link } from 'react-router';
import type { Figure } from '../api/figures.ts';
import { findCurrency } from '../format/format.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { toPairs } from './pairs.ts';
import { useFigureLink } from './use-figure-link.ts';

const shown = 10;

/** The pairs of regions with the most projects in common. */
export const TopPairs = ({ projects, amounts }: { projects: Figure; amounts: Figure }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const linkTo = useFigureLink();
  const pairs = toPairs(projects.rows, amounts.rows).slice(0, shown);
  const currency = findCurrency(amounts.unit);
  const most = pairs[0]?.projects ?? 1;
  return (
    <section className="panel top-pairs" aria-labelledby="top-pairs-title">
      <div className="panel-header">
        <h2 id="top-pairs-title">{text.overview.topPairs}</h2>
        <Link to={linkTo('pair-projects', ['a', 'b'])}>{text.overview.allPairs}</Link>
      </div>
      {pairs.length === 0 && <p>{text.overview.noPairs}</p>}
      <ol>
        {pairs.map((pair) => (
          <li key={`${pair.a} ${pair.b}`}>
            <span>{text.overview.pair(format.region(pair.a), format.region(pair.b))}</span>
            <Link to={linkTo('pair-projects', ['a', 'b'], pair.events)}>{text.overview.pairProjects(format.count(pair.projects))}</Link>
            <progress value={pair.projects} max={most} aria-hidden="true" />
            {currency && pair.amount !== undefined && <span className="panel-note">{format.money({ amount: pair.amount, currency })}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
};
