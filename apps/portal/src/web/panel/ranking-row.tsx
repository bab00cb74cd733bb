import { memo } from 'react';
import { Link } from 'react-router';
import type { CallOfPanels, RankedApplication } from '../api/panel.ts';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { documentLink } from '../workbench/links.ts';
import { useWords } from '../workbench/use-workbench-text.ts';
import { isChoosable, type Mark } from './choice.ts';
import { reviewersLink } from './panel-link.ts';
import type { RowRefusal } from './row-refusals.ts';

interface RankingRowProps {
  readonly row: RankedApplication;
  readonly axes: CallOfPanels['scoring']['axes'];
  readonly marks: readonly Mark[];
  readonly refusal: RowRefusal | undefined;
  readonly mayInvite: boolean;
  /** Of whoever may choose. */
  readonly isChosen?: boolean;
  readonly onToggle?: (application: string, isChosen: boolean) => void;
}

const applications = { context: 'projects', collection: 'applications' };

const RefusalText = ({ refusal, id }: { refusal: RowRefusal; id: string }) => {
  const words = useReviewingText().panel;
  const texts = { refused: words.refusedHere, awaited: words.waitsHere, 'far-apart': words.farApart, 'passed-over': words.passedOver };
  return (
    <p id={id} className="field-fault">
      {refusal.message ?? texts[refusal.why]}
    </p>
  );
};

const State = ({ row, marks }: { row: RankedApplication; marks: readonly Mark[] }) => {
  const words = useReviewingText().panel;
  const vocabulary = useWords('application');
  const texts = { 'tie-at-line': words.tieAtLine, tie: words.tie, 'far-apart': words.farApart, 'lacks-quorum': words.lacksQuorum };
  const isSettled = row.status !== 'eligible' && row.status !== 'shortlisted';
  return (
    <>
      {row.isListed && <span className="ranking-listed">{words.listed}</span>}
      {isSettled && <span className="ranking-settled">{vocabulary.value('status', row.status)}</span>}
      {marks.map((mark) => (
        <span key={mark} className="ranking-mark">
          {texts[mark]}
        </span>
      ))}
    </>
  );
};

const Reviews = ({ row, mayInvite }: { row: RankedApplication; mayInvite: boolean }) => {
  const words = useReviewingText().panel;
  const format = useFormat();
  return (
    <>
      {words.reviewsGiven(format.count(row.reviews))}
      {row.awaited > 0 && <span className="ranking-awaited">{words.reviewsAwaited(format.count(row.awaited))}</span>}
      {mayInvite && isChoosable(row) && (
        <Link className="ranking-invite" to={reviewersLink(row.application)} aria-label={`${words.invite}: ${row.title}`}>
          {words.invite}
        </Link>
      )}
    </>
  );
};

// One of hundreds: it is drawn anew only when something of its own has changed.
export const RankingRow = memo(({ row, axes, marks, refusal, mayInvite, isChosen, onToggle }: RankingRowProps) => {
  const words = useReviewingText().panel;
  const format = useFormat();
  const { application, title, applicant, rank, mean, spread } = row;
  const faultId = `refusal-${application}`;
  return (
    <tr className={refusal ? 'ranking-refused' : undefined}>
      {onToggle && (
        <td className="ranking-choose">
          {isChoosable(row) && (
            <input
              type="checkbox"
              aria-label={words.choose(title)}
              aria-describedby={refusal ? faultId : undefined}
              checked={isChosen ?? false}
              onChange={({ target }) => onToggle(application, target.checked)}
            />
          )}
        </td>
      )}
      <td className="number cell-inline" data-label={words.columns.rank}>
        {rank === undefined ? <span className="panel-note">{words.noRank}</span> : format.count(rank)}
      </td>
      <th scope="row">
        <Link className="ranking-title" to={documentLink(applications, application)}>
          {title}
        </Link>
        <span className="panel-note">{applicant}</span>
        {refusal && <RefusalText refusal={refusal} id={faultId} />}
      </th>
      <td className="number cell-inline" data-label={words.columns.total}>
        <strong>{mean === undefined ? '–' : format.points(mean)}</strong>
      </td>
      {axes.map(({ code, title: name }) => {
        const own = row.axes.find(({ axis }) => axis === code);
        return (
          <td key={code} className="number cell-inline" data-label={name}>
            {own ? format.points(own.mean) : '–'}
          </td>
        );
      })}
      <td className="number cell-inline" data-label={words.columns.spread}>
        {row.reviews === 0 ? '–' : format.points(spread)}
      </td>
      <td>
        <Reviews row={row} mayInvite={mayInvite} />
      </td>
      <td>
        <State row={row} marks={marks} />
      </td>
    </tr>
  );
});
