import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useWorkbenchText } from './use-workbench-text.ts';
import './form/form.css';

const purposeMax = 300;

interface PurposeFormProps {
  readonly title: string;
  readonly note?: string;
  /** What its button says. */
  readonly send: string;
  /** Where nothing else stands on the page. */
  readonly autoFocus?: boolean;
  readonly onSaid: (purpose: string) => void;
}

/** Asks what something about persons is read for; the service records it with each read. */
export const PurposeForm = ({ title, note, send, autoFocus = false, onSaid }: PurposeFormProps) => {
  const words = useWorkbenchText().purpose;
  const id = useId();
  const [typed, setTyped] = useState('');
  return (
    <form
      className="panel purpose"
      onSubmit={(event) => {
        event.preventDefault();
        onSaid(typed.trim());
      }}
    >
      <h2>{title}</h2>
      {note !== undefined && <p className="panel-note">{note}</p>}
      <label htmlFor={id}>{words.label}</label>
      <Input id={id} autoFocus={autoFocus} maxLength={purposeMax} value={typed} onChange={({ target }) => setTyped(target.value)} />
      <Button htmlType="submit" type="primary" disabled={typed.trim() === ''}>
        {send}
      </Button>
    </form>
  );
};
