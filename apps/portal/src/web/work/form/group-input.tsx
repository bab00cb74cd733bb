import { useWords } from '../use-work-text.ts';
import { type Draft, partIn } from './draft.ts';
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
  const whole = typeof draft === 'object' && !Array.isArray(draft) ? draft : {};
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

/** An object: its fields under one heading. */
export const GroupInput = ({ field, name, place, label, isRequired, draft, onChange }: FieldInputProps<'group'>) => (
  <fieldset className="field-group">
    <legend>
      {label} <OptionalMark isRequired={isRequired} />
    </legend>
    <FieldsInput fields={field.fields} within={name} place={place} draft={draft} onChange={onChange} />
    <FaultsAt place={place} />
  </fieldset>
);
