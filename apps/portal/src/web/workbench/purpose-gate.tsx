import { Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Page } from '../layout/page.tsx';
import type { Collection } from './description/description.ts';
import { useWords, useWorkbenchText } from './use-workbench-text.ts';
import './form/form.css';

// For as long as the page is open: whoever comes again says again what for.
const said = new Map<string, string>();

const purposeMax = 300;

/** Documents about persons are shown to whoever says what he reads them for; the service records it with each read. */
export const PurposeGate = ({ collection, children }: { collection: Collection; children: (purpose: string) => ReactNode }) => {
  const text = useWorkbenchText();
  const { names } = useWords(collection.aggregate);
  const id = useId();
  const key = `${collection.context}/${collection.collection}`;
  const [purpose, setPurpose] = useState(said.get(key));
  const [typed, setTyped] = useState('');
  if (purpose !== undefined) return children(purpose);

  return (
    <Page title={names} lead={text.purpose.lead}>
      <form
        className="panel purpose"
        onSubmit={(event) => {
          event.preventDefault();
          said.set(key, typed.trim());
          setPurpose(typed.trim());
        }}
      >
        <h2>{text.purpose.title}</h2>
        <label htmlFor={id}>{text.purpose.label}</label>
        <Input id={id} autoFocus maxLength={purposeMax} value={typed} onChange={({ target }) => setTyped(target.value)} />
        <Button htmlType="submit" type="primary" disabled={typed.trim() === ''}>
          {text.purpose.send}
        </Button>
      </form>
    </Page>
  );
};
