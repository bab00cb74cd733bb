import { Button, Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { reviewAddress } from '../api/addresses.ts';
import type { OwnReview } from '../api/review.ts';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { Refusal } from '../workbench/form/refusal.tsx';
import { useGiving } from '../workbench/form/use-giving.ts';
import { AxisInput } from './axis-input.tsx';
import { ConfirmScore } from './confirm-score.tsx';
import { pointsPlace, runningTotal, type ScoreInput, toScoreInput } from './score-draft.ts';
import { RunningTotal } from './running-total.tsx';
import { useScoreDraft } from './use-score-draft.ts';

interface ScoreFormProps {
  readonly review: OwnReview;
  readonly onGiven: () => void;
  readonly reload: () => void;
}

const commentMax = 5000;
const none: ReadonlyMap<string, string> = new Map();

// The service may name the whole row of an axis, or a part of it: both are said at its input.
const rowOf = (field: string): string => field.replace(/^scores\.(\d+)(\..*)?$/, 'scores.$1.points');

/** One input an axis and the comment, with the total that they make; given once, after a word that it is meant. */
export const ScoreForm = ({ review, onGiven, reload }: ScoreFormProps) => {
  const words = useReviewingText().form;
  const format = useFormat();
  const id = useId();
  const { axes } = review;
  const { draft, keep, isKept, forget } = useScoreDraft(review.id);
  const [unfit, setUnfit] = useState<ReadonlyMap<string, string>>(none);
  const [meant, setMeant] = useState<ScoreInput>();
  const element = useRef<HTMLFormElement>(null);
  const { isSending, problem, give } = useGiving(`${reviewAddress(review.id)}/score`, review.version, () => {
    forget();
    onGiven();
  });
  const { total, missing } = runningTotal(draft, axes);
  const places = [...axes.map((_, place) => pointsPlace(place)), 'comment'];
  const said = (problem?.errors ?? []).map(({ field, message }) => ({ field: rowOf(field), message }));
  const refused = new Map(said.map(({ field, message }) => [field, message]));
  const faults = unfit.size > 0 ? unfit : refused;

  // Whoever is told that something is wrong goes on where it is.
  useEffect(() => {
    if (problem) setMeant(undefined);
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [unfit, problem]);

  const submit = () => {
    const made = toScoreInput(draft, axes);
    setUnfit('faults' in made ? new Map([...made.faults].map(([place, fault]) => [place, words.faults[fault]])) : none);
    if ('input' in made) setMeant(made.input);
  };

  const commentFault = faults.get('comment');
  return (
    <form
      ref={element}
      className="desk-form"
      aria-label={words.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <RunningTotal total={total} missing={missing} />
      <fieldset className="score-inputs" disabled={meant !== undefined}>
        {axes.map((axis, place) => (
          <AxisInput
            key={axis.code}
            axis={axis}
            fault={faults.get(pointsPlace(place))}
            value={draft.points[axis.code] ?? ''}
            onChange={(typed) => keep({ ...draft, points: { ...draft.points, [axis.code]: typed } })}
          />
        ))}
        <div className="field">
          <label htmlFor={`${id}-comment`}>{words.comment}</label>
          <Input.TextArea
            id={`${id}-comment`}
            autoSize={{ minRows: 5, maxRows: 20 }}
            maxLength={commentMax}
            aria-required
            aria-invalid={commentFault !== undefined}
            aria-describedby={`${id}-comment-note${commentFault === undefined ? '' : ` ${id}-comment-fault`}`}
            {...(commentFault === undefined ? {} : { status: 'error' as const })}
            value={draft.comment}
            onChange={({ target }) => keep({ ...draft, comment: target.value })}
          />
          {commentFault !== undefined && (
            <p id={`${id}-comment-fault`} className="field-fault">
              {commentFault}
            </p>
          )}
          <p id={`${id}-comment-note`} className="panel-note">
            {words.commentNote}
          </p>
        </div>
      </fieldset>
      {problem && unfit.size === 0 && (
        <Refusal problem={problem} elsewhere={said.filter(({ field }) => !places.includes(field))} reload={reload} />
      )}
      {meant === undefined ? (
        <Button htmlType="submit" type="primary">
          {words.send}
        </Button>
      ) : (
        <ConfirmScore
          total={format.points(total)}
          isSending={isSending}
          onConfirm={() => give(meant)}
          onCancel={() => setMeant(undefined)}
        />
      )}
      <p className="panel-note" role={isKept ? undefined : 'alert'}>
        {isKept ? words.draftNote : words.draftNotKept}
      </p>
    </form>
  );
};
