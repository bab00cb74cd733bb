import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { InspectedMessage } from '../api/parked.ts';
import { useLanguage } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { findJsonFault, readable } from './json-check.ts';
import { ReasonField } from './reason-field.tsx';
import { RefusalNotice } from '../states/refusal-notice.tsx';
import { useSending } from '../states/use-sending.ts';

interface MendFormProps {
  readonly message: InspectedMessage;
  readonly send: (body: string, reason: string) => Promise<unknown>;
  readonly onCancel: () => void;
}

/** The text as it should have come. That it is JSON is seen here; whether the consumer can read it, the service says. */
export const MendForm = ({ message, send: mend, onCancel }: MendFormProps) => {
  const { text } = useLanguage();
  const format = useFormat();
  const id = useId();
  const [body, setBody] = useState(() => readable(message.mended ?? message.text));
  const [reason, setReason] = useState('');
  const { isSending, problem, send } = useSending();
  const words = text.parked;
  const fault = findJsonFault(body);
  const where = fault?.line === undefined ? '' : ` ${words.jsonFaultAt(format.count(fault.line), format.count(fault.column ?? 1))}`;
  return (
    <form
      className="decision-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(() => mend(body, reason.trim()));
      }}
    >
      <h3>{words.acts.mend}</h3>
      <p>{words.mendMeans}</p>
      <div>
        <label htmlFor={id}>{words.mendedText}</label>
        <Input.TextArea
          id={id}
          className="mend-text"
          autoFocus
          autoSize={{ minRows: 8, maxRows: 24 }}
          spellCheck={false}
          {...(fault ? { status: 'error' as const } : {})}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-check`}
          value={body}
          onChange={({ target }) => setBody(target.value)}
        />
        <p id={`${id}-check`} role="status" className="panel-note">
          {fault ? `${words.noJson}${where}` : words.isJson}
        </p>
      </div>
      <ReasonField value={reason} onChange={setReason} />
      {problem && <RefusalNotice problem={problem} />}
      <div className="decision-buttons">
        <Button htmlType="submit" type="primary" loading={isSending} disabled={fault !== undefined || reason.trim() === ''}>
          {words.save}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
};
