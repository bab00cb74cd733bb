import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { objectionAddress } from '../api/addresses.ts';
import { useApi } from '../session/session-context.tsx';
import { RefusalNotice } from '../states/refusal-notice.tsx';
import { useSending } from '../states/use-sending.ts';
import { useLanguage } from '../text/language.tsx';

interface ObjectionFormProps {
  /** The application's id. */
  readonly id: string;
  readonly onSent: () => void;
  readonly onCancel: () => void;
}

/** The grounds of an objection. The form has one key for as long as it stands: sent twice, it is one objection. */
export const ObjectionForm = ({ id, onSent, onCancel }: ObjectionFormProps) => {
  const words = useLanguage().text.publicity;
  const api = useApi();
  const field = useId();
  const [key] = useState(() => crypto.randomUUID());
  const [grounds, setGrounds] = useState('');
  const { isSending, problem, send } = useSending();
  return (
    <form
      className="objection-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(() => api.command(objectionAddress(id), { grounds: grounds.trim() }, key).then(onSent));
      }}
    >
      <label htmlFor={field}>{words.grounds}</label>
      <Input.TextArea
        id={field}
        required
        autoFocus
        autoSize={{ minRows: 4, maxRows: 16 }}
        maxLength={5000}
        aria-describedby={`${field}-note`}
        value={grounds}
        onChange={({ target }) => setGrounds(target.value)}
      />
      <p id={`${field}-note`} className="panel-note">
        {words.groundsNote}
      </p>
      {problem && <RefusalNotice problem={problem} />}
      <div className="objection-buttons">
        <Button htmlType="submit" type="primary" loading={isSending} disabled={grounds.trim() === ''}>
          {words.send}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
};
