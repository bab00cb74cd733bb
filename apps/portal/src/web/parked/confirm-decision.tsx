import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../text/language.tsx';
import { ReasonField } from './reason-field.tsx';
import { RefusalNotice } from '../states/refusal-notice.tsx';
import { useSending } from '../states/use-sending.ts';

interface ConfirmDecisionProps {
  readonly title: string;
  readonly explanation: string;
  /** Has to be said once more: it cannot be taken back. */
  readonly isForGood?: boolean;
  readonly send: (reason: string) => Promise<unknown>;
  readonly onCancel: () => void;
}

/** What a decision means, why it is taken, and the word that it is meant. */
export const ConfirmDecision = ({ title, explanation, isForGood = false, send: decide, onCancel }: ConfirmDecisionProps) => {
  const { text } = useLanguage();
  const [reason, setReason] = useState('');
  const [isMeant, setIsMeant] = useState(!isForGood);
  const { isSending, problem, send } = useSending();
  return (
    <form
      className="decision-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(() => decide(reason.trim()));
      }}
    >
      <h3>{title}</h3>
      <p>{explanation}</p>
      <ReasonField value={reason} onChange={setReason} autoFocus />
      {isForGood && (
        <Checkbox checked={isMeant} onChange={({ target }) => setIsMeant(target.checked)}>
          {text.parked.forGood}
        </Checkbox>
      )}
      {problem && <RefusalNotice problem={problem} />}
      <div className="decision-buttons">
        <Button htmlType="submit" type="primary" danger={isForGood} loading={isSending} disabled={reason.trim() === '' || !isMeant}>
          {title}
        </Button>
        <Button onClick={onCancel}>{text.parked.cancel}</Button>
      </div>
    </form>
  );
};
