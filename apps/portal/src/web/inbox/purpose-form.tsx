import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { deadlines } from '../text/deadlines.ts';
import { useLanguage } from '../text/language.tsx';
import '../workbench/form/form.css';

const purposeMax = 300;

/** Asks what the deadlines of a service are read for, where they are about persons. */
export const PurposeForm = ({ service, onSaid }: { service: string; onSaid: (purpose: string) => void }) => {
  const words = deadlines[useLanguage().lang].personal;
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
      <h2>{words.title(service)}</h2>
      <p className="panel-note">{words.note}</p>
      <label htmlFor={id}>{words.label}</label>
      <Input id={id} maxLength={purposeMax} value={typed} onChange={({ target }) => setTyped(target.value)} />
      <Button htmlType="submit" disabled={typed.trim() === ''}>
        {words.send}
      </Button>
    </form>
  );
};
