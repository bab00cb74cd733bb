import { Button, Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { Problem } from '../api/api-problem.ts';
import { useFormat } from '../text/use-format.ts';
import { useReviewingText } from '../text/use-reviewing-text.ts';
import { Refusal } from '../workbench/form/refusal.tsx';
import '../workbench/form/form.css';

interface ChoiceBarProps {
  readonly count: number;
  readonly places: number;
  readonly isSending: boolean;
  readonly problem?: Problem;
  readonly send: (reasons: string) => void;
  readonly reload: () => void;
  readonly onReset: () => void;
  readonly onNone: () => void;
}

/** How many are chosen of how many places, the reasons where the panel needs to give some, and the decision after a word that it is meant. */
export const ChoiceBar = ({ count, places, isSending, problem, send, reload, onReset, onNone }: ChoiceBarProps) => {
  const words = useReviewingText().panel;
  const format = useFormat();
  const id = useId();
  const [reasons, setReasons] = useState('');
  const [isMeant, setMeant] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const confirmation = useRef<HTMLParagraphElement>(null);
  const said = problem?.errors ?? [];
  const ofReasons = said.filter((each) => each.field === 'reasons');
  const elsewhere = said.filter((each) => each.field !== 'reasons' && !/^applications(\.\d+)?$/.test(each.field));

  useEffect(() => {
    if (!problem) return;
    setMeant(false);
    if (ofReasons.length > 0) field.current?.querySelector('textarea')?.focus();
  }, [problem]);
  useEffect(() => {
    if (isMeant) confirmation.current?.focus();
  }, [isMeant]);

  return (
    <form
      className="choice-bar"
      onSubmit={(event) => {
        event.preventDefault();
        setMeant(true);
      }}
    >
      <p className="choice-count">
        <strong className={count > places ? 'choice-over' : undefined} role="status">
          {words.chosen(format.count(count), format.count(places))}
        </strong>
        <span className="panel-note">{words.preselected}</span>
        <Button size="small" onClick={onReset}>
          {words.reset}
        </Button>
        <Button size="small" onClick={onNone}>
          {words.none}
        </Button>
      </p>
      <div className="field" ref={field}>
        <label htmlFor={id}>{words.reasons}</label>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={2000}
          aria-invalid={ofReasons.length > 0}
          aria-describedby={`${id}-note${ofReasons.length > 0 ? ` ${id}-fault` : ''}`}
          {...(ofReasons.length > 0 ? { status: 'error' as const } : {})}
          value={reasons}
          onChange={({ target }) => setReasons(target.value)}
        />
        {ofReasons.length > 0 && (
          <p id={`${id}-fault`} className="field-fault">
            {ofReasons.map(({ message }) => message).join(' ')}
          </p>
        )}
        <p id={`${id}-note`} className="panel-note">
          {words.reasonsNote}
        </p>
      </div>
      {problem && <Refusal problem={problem} elsewhere={elsewhere} reload={reload} />}
      {isMeant ? (
        <div className="choice-confirm">
          <p ref={confirmation} tabIndex={-1}>
            {words.confirm(format.count(count))}
          </p>
          <div className="form-buttons">
            <Button type="primary" loading={isSending} onClick={() => send(reasons.trim())}>
              {words.confirmed}
            </Button>
            <Button disabled={isSending} onClick={() => setMeant(false)}>
              {words.back}
            </Button>
          </div>
        </div>
      ) : (
        <Button htmlType="submit" type="primary" disabled={count === 0}>
          {words.send}
        </Button>
      )}
    </form>
  );
};
