import { type ReactNode, useState } from 'react';
import { Page } from '../layout/page.tsx';
import type { Collection } from './description/description.ts';
import { PurposeForm } from './purpose-form.tsx';
import { useWords, useWorkbenchText } from './use-workbench-text.ts';

// For as long as the page is open: whoever comes again says again what for.
const said = new Map<string, string>();

/** Documents about persons are shown to whoever says what he reads them for. */
export const PurposeGate = ({ collection, children }: { collection: Collection; children: (purpose: string) => ReactNode }) => {
  const text = useWorkbenchText().purpose;
  const { names } = useWords(collection.aggregate);
  const key = `${collection.context}/${collection.collection}`;
  const [purpose, setPurpose] = useState(said.get(key));
  if (purpose !== undefined) return children(purpose);

  return (
    <Page title={names} lead={text.lead}>
      <PurposeForm
        title={text.title}
        send={text.send}
        autoFocus
        onSaid={(typed) => {
          said.set(key, typed);
          setPurpose(typed);
        }}
      />
    </Page>
  );
};
