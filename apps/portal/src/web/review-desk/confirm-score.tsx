import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useReviewingText } from '../text/use-reviewing-text.ts';

interface ConfirmScoreProps {
  readonly total: string;
  readonly isSending: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** A score is given once: it is said before it is given. */
export const ConfirmScore = ({ total, isSending, onConfirm, onCancel }: ConfirmScoreProps) => {
  const words = useReviewingText().form;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="desk-confirm" aria-labelledby="confirm-score">
      <h3 id="confirm-score" ref={heading} tabIndex={-1}>
        {words.confirmTitle}
      </h3>
      <p>{words.confirm(total)}</p>
      <div className="form-buttons">
        <Button type="primary" loading={isSending} onClick={onConfirm}>
          {words.confirmed}
        </Button>
        <Button onClick={onCancel} disabled={isSending}>
          {words.back}
        </Button>
      </div>
    </section>
  );
};
