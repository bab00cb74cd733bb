import { Link } from 'react-router';
import type { Candidate } from '../api/candidates.ts';
import { toFailureText } from '../states/failure-text.ts';
import '../style/table.css';
import { useFormat } from '../text/use-format.ts';
import { useLanguage } from '../text/language.tsx';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { documentLink } from '../workbench/links.ts';
import { isDecided } from '../workbench/form/answered.ts';
import type { Outcome } from './inviting.ts';

interface CandidateTableProps {
  readonly candidates: readonly Candidate[];
  readonly chosen: ReadonlySet<string>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly isInviting: boolean;
  readonly onToggle: (expert: string, isChosen: boolean) => void;
}

const OutcomeText = ({ outcome }: { outcome: Outcome }) => {
  const { text } = useLanguage();
  const words = useReviewingText().invitations;
  if (outcome.status !== 'refused') return <span>{words.outcomes[outcome.status]}</span>;
  const { title, remedy } = toFailureText(outcome.problem, text);
  return (
    <span className="field-fault" role="alert">
      {isDecided(outcome.problem) ? (
        <>
          {title}
          <br />
          {remedy}
        </>
      ) : (
        words.again
      )}
    </span>
  );
};

/** Experts who can be invited, each with a box, what he is known by, and what came of his invitation. */
export const CandidateTable = ({ candidates, chosen, outcomes, isInviting, onToggle }: CandidateTableProps) => {
  const words = useReviewingText().invitations;
  const format = useFormat();
  return (
    <table className="plain-table stacked-table candidates">
      <thead>
        <tr>
          <th scope="col">{words.columns.choose}</th>
          <th scope="col">{words.columns.expert}</th>
          <th scope="col">{words.columns.roster}</th>
          <th scope="col">{words.columns.fields}</th>
          <th scope="col" className="number">
            {words.columns.awaited}
          </th>
          <th scope="col">{words.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {candidates.map(({ expert, agency, number, fields, awaited, earlier }) => {
          const outcome = outcomes.get(expert);
          const name = number ?? words.unnumbered;
          return (
            <tr key={expert}>
              <td className="candidate-choose">
                <input
                  type="checkbox"
                  aria-label={words.choose(name)}
                  disabled={isInviting || outcome?.status === 'invited'}
                  checked={chosen.has(expert)}
                  onChange={({ target }) => onToggle(expert, target.checked)}
                />
              </td>
              <th scope="row">
                <Link to={documentLink({ context: 'talent', collection: 'experts' }, expert)}>{name}</Link>
                {earlier && <span className="panel-note candidate-earlier">{words.earlier[earlier.ended]}</span>}
              </th>
              <td data-label={words.columns.roster}>{agency}</td>
              <td data-label={words.columns.fields}>{fields.join(', ')}</td>
              <td className="number" data-label={words.columns.awaited}>
                {format.count(awaited)}
              </td>
              <td>{outcome && <OutcomeText outcome={outcome} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
