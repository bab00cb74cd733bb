import { Button } from 'antd';
import { useState } from 'react';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';
import { type Draft, isBlank, partIn, partsOf } from './draft.ts';
import type { NamedField } from './field.ts';
import { FieldInput, type FieldInputProps } from './field-input.tsx';
import { useForm } from './form-context.ts';
import { FaultsAt, OptionalMark } from './labelled.tsx';

interface FieldsInputProps {
  readonly fields: readonly NamedField[];
  /** What they stand in, which can give them names of its own. */
  readonly within: string;
  readonly place: string;
  readonly draft: Draft | undefined;
  readonly onChange: (draft: Draft) => void;
}

/** Fields side by side. */
export const FieldsInput = ({ fields, within, place, draft, onChange }: FieldsInputProps) => {
  const words = useWords(useForm().aggregate);
  const whole = partsOf(draft);
  return (
    <>
      {fields.map(({ name, field, isRequired }) => (
        <FieldInput
          key={name}
          field={field}
          name={name}
          within={within}
          place={place === '' ? name : `${place}.${name}`}
          label={words.field(name, within)}
          isRequired={isRequired}
          draft={partIn(draft, name)}
          onChange={(next) => onChange({ ...whole, [name]: next })}
        />
      ))}
    </>
  );
};

/** An object: its fields under one heading. One that may be left out is opened first; left empty, it is left out all the same. */
export const GroupInput = ({ field, name, place, label, isRequired, draft, onChange }: FieldInputProps<'group'>) => {
  const words = useWorkbenchText().form;
  const { faults } = useForm();
  const [isOpen, setIsOpen] = useState(isRequired || !isBlank(field, draft));
  const isFaulty = [...faults.keys()].some((each) => each === place || each.startsWith(`${place}.`));
  if (!isOpen && !isFaulty)
    return (
      <Button className="open-group" onClick={() => setIsOpen(true)}>
        {words.open(label)}
      </Button>
    );
  return (
    <fieldset className="field-group">
      <legend>
        {label} <OptionalMark isRequired={isRequired} />
      </legend>
      <FieldsInput fields={field.fields} within={name} place={place} draft={draft} onChange={onChange} />
      <FaultsAt place={place} />
    </fieldset>
  );
};
