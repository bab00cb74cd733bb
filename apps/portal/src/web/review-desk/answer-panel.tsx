import { Button, Input } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { reviewAddress } from '../api/addresses.ts';
import type { Problem } from '../api/api-problem.ts';
import type { OwnReview } from '../api/review.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { Refusal } from '../workbench/form/refusal.tsx';
import { useGiving } from '../workbench/form/use-giving.ts';

interface WordFormProps {
  readonly label: string;
  readonly note: string;
  readonly send: string;
  readonly isSending: boolean;
  readonly problem?: Problem;
  readonly give: (text: string) => void;
  readonly onCancel: () => void;
  readonly reload: () => void;
  /** The field as the service names it. */
  readonly field: string;
}

const WordForm = ({ label, note, send, isSending, problem, give, onCancel, reload, field }: WordFormProps) => {
  const words = useReviewingText().answer;
  const id = useId();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLDivElement>(null);
  const said = problem?.errors ?? [];
  const here = said.filter((each) => each.field === field);
  useEffect(() => {
    if (problem) input.current?.querySelector('textarea')?.focus();
  }, [problem]);
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        give(typed.trim());
      }}
    >
      <div className="field" ref={input}>
        <label htmlFor={id}>{label}</label>
        <Input.TextArea
          id={id}
          autoFocus
          required
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={2000}
          aria-describedby={`${id}-note${here.length > 0 ? ` ${id}-fault` : ''}`}
          aria-invalid={here.length > 0}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <p id={`${id}-note`} className="panel-note">
          {note}
        </p>
        {here.length > 0 && (
          <p id={`${id}-fault`} className="field-fault">
            {here.map(({ message }) => message).join(' ')}
          </p>
        )}
      </div>
      {problem && <Refusal problem={problem} elsewhere={said.filter((each) => each.field !== field)} reload={reload} />}
      <div className="form-buttons">
        <Button htmlType="submit" type="primary" loading={isSending} disabled={typed.trim() === ''}>
          {send}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
};

export type Left = 'declined' | 'recused';

interface LeavingProps {
  readonly review: OwnReview;
  readonly onLeft: (how: Left) => void;
  readonly reload: () => void;
  /** What stands there while nobody is about to leave. */
  readonly children?: ReactNode;
}

/** The ways out of a review: to decline as long as it is open, and to declare a conflict of interest at any time. */
export const Leaving = ({ review, onLeft, reload, children }: LeavingProps) => {
  const words = useReviewingText().answer;
  const [way, setWay] = useState<'decline' | 'conflict'>();
  const address = reviewAddress(review.id);
  const declining = useGiving(`${address}/decline`, review.version, () => onLeft('declined'));
  const recusing = useGiving(`${address}/declare-conflict`, review.version, () => onLeft('recused'));
  const common = { onCancel: () => setWay(undefined), reload };
  if (way === 'decline') {
    const { give, ...state } = declining;
    const texts = { label: words.reason, note: words.reasonNote, send: words.decline };
    return <WordForm key={way} field="reason" {...texts} {...state} {...common} give={(reason) => give({ reason })} />;
  }
  if (way === 'conflict') {
    const { give, ...state } = recusing;
    const texts = { label: words.nature, note: words.natureNote, send: words.conflict };
    return <WordForm key={way} field="nature" {...texts} {...state} {...common} give={(nature) => give({ nature })} />;
  }
  return (
    <>
      {children}
      <div className="desk-leaving">
        <p className="panel-note">{words.otherwise}</p>
        <div className="form-buttons">
          {review.status !== 'scored' && <Button onClick={() => setWay('decline')}>{words.decline}</Button>}
          <Button onClick={() => setWay('conflict')}>{words.conflict}</Button>
        </div>
      </div>
    </>
  );
};

/** The answer to an invitation. */
export const AnswerPanel = ({ review, reload }: { review: OwnReview; reload: () => void }) => {
  const words = useReviewingText().answer;
  const { give, isSending, problem } = useGiving(`${reviewAddress(review.id)}/accept`, review.version, reload);
  return (
    <>
      <p>{words.lead}</p>
      {problem && <Refusal problem={problem} elsewhere={problem.errors ?? []} reload={reload} />}
      <Button type="primary" loading={isSending} onClick={() => give({})}>
        {words.accept}
      </Button>
    </>
  );
};
