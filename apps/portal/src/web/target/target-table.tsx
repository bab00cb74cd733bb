import { Link } from 'react-router';
import type { TargetProgress } from '../api/targets.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { documentOfTarget, figureOfTarget } from './target-link.ts';
import { TargetLine } from './target-line.tsx';
import { StandingTag, TargetWords } from './target-words.tsx';
import { useTargetValue } from './use-target-value.ts';

const TargetRow = ({ target }: { target: TargetProgress }) => {
  const { text } = useLanguage();
  const format = useFormat();
  const valueOf = useTargetValue();
  return (
    <tr>
      <td>
        <Link className="target-title" to={documentOfTarget(target)}>
          {target.title}
        </Link>
        <span className="panel-note">{`${target.number} · ${target.responsible}`}</span>
      </td>
      <td>{valueOf(target)}</td>
      <td className="number">
        {target.actual === undefined ? (
          '–'
        ) : (
          <Link to={figureOfTarget(target)} aria-label={text.targets.openFigure(target.title, format.value(target.actual, target.unit))}>
            {format.value(target.actual, target.unit)}
          </Link>
        )}
      </td>
      <td>
        <StandingTag standing={target.standing} />
        <TargetLine target={target} />
        <TargetWords target={target} />
      </td>
    </tr>
  );
};

/** Targets as rows; on a phone each becomes a card. */
export const TargetTable = ({ targets }: { targets: readonly TargetProgress[] }) => {
  const { columns } = useLanguage().text.targets;
  return (
    <table className="plain-table stacked-table target-table">
      <thead>
        <tr>
          <th scope="col">{columns.target}</th>
          <th scope="col">{columns.wanted}</th>
          <th scope="col" className="number">
            {columns.actual}
          </th>
          <th scope="col">{columns.pace}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <TargetRow key={target.target} target={target} />
        ))}
      </tbody>
    </table>
  );
};
