import { Alert, Button } from 'antd';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { attachmentsAddress } from '../../api/addresses.ts';
import type { Collection, Command } from '../description/description.ts';
import type { Document } from '../list/csv.ts';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';
import { beginningOf, useHomeCurrency } from './beginning.ts';
import { type PlacedFault, toInput } from './draft.ts';
import { saidByForm } from './faults.ts';
import { formOf } from './field.ts';
import { FormContext } from './form-context.ts';
import { FieldsInput } from './group-input.tsx';
import { Refusal } from './refusal.tsx';
import { useGiving } from './use-giving.ts';
import './form.css';

interface CommandFormProps {
  readonly collection: Collection;
  readonly command: Command;
  /** Where it is sent. */
  readonly address: string;
  /** What it is given to; absent of a command that begins a document. */
  readonly document?: Document;
  readonly onDone: (document: Document) => void;
  readonly onCancel: () => void;
  /** Reads the document again; what was typed stays. */
  readonly reload?: () => void;
}

/** The form of a command, made from its schema. What is refused is said at its field, and what was typed is kept. */
export const CommandForm = ({ collection, command, address, document, onDone, onCancel, reload }: CommandFormProps) => {
  const words = useWorkbenchText();
  const vocabulary = useWords(collection.aggregate);
  const id = useId();
  const currency = useHomeCurrency();
  const form = useMemo(() => formOf(command.input), [command]);
  const [draft, setDraft] = useState(() => beginningOf(form.fields, document, currency));
  const [unread, setUnread] = useState<readonly PlacedFault[]>([]);
  const element = useRef<HTMLFormElement>(null);
  const { isSending, problem, give } = useGiving(address, document?.version, onDone);

  const refused = unread.length === 0 && problem !== undefined;
  const { placed, elsewhere } = saidByForm(form, unread, problem, words.form.faults);

  // Whoever is told that something is wrong goes on where it is.
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [unread, problem]);

  const submit = () => {
    const { input, faults } = toInput(form.fields, draft);
    setUnread(faults);
    if (faults.length === 0) give(input);
  };

  return (
    <FormContext
      value={{ aggregate: collection.aggregate, id, faults: placed, currency, attachmentsAddress: attachmentsAddress(collection.context) }}
    >
      <form
        ref={element}
        className="command-form"
        aria-label={vocabulary.command(command.name)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {form.fields.length === 0 && <p>{words.acts.nothingToFill}</p>}
        <FieldsInput fields={form.fields} within={command.name} place="" draft={draft} onChange={setDraft} />
        {unread.length > 0 && <Alert role="alert" type="error" showIcon title={words.form.refused} description={words.form.atFields} />}
        {refused && <Refusal problem={problem} elsewhere={elsewhere} {...(reload ? { reload } : {})} />}
        <div className="form-buttons">
          <Button htmlType="submit" type="primary" loading={isSending}>
            {vocabulary.command(command.name)}
          </Button>
          <Button onClick={onCancel}>{words.acts.cancel}</Button>
        </div>
      </form>
    </FormContext>
  );
};
