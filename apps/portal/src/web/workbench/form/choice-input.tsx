import { partIn, draftOfAll, textIn } from './draft.ts';
import type { FieldInputProps } from './field-input.tsx';
import { useForm } from './form-context.ts';
import { FieldsInput } from './group-input.tsx';
import { FaultsAt } from './labelled.tsx';
import { SelectInput } from './select-inputs.tsx';

/** One of several groups: first which, then its fields. */
export const ChoiceInput = ({ field, name, place, label, isRequired, draft, onChange }: FieldInputProps<'choice'>) => {
  const { currency } = useForm();
  const chosen = field.alternatives.find(({ word }) => word === textIn(partIn(draft, field.by)));
  const choose = (word: string) => {
    const next = field.alternatives.find((alternative) => alternative.word === word);
    onChange({ [field.by]: word, ...draftOfAll(next?.fields ?? [], currency) });
  };
  return (
    <div className="field-group">
      <SelectInput
        field={{ kind: 'select', words: field.alternatives.map(({ word }) => word) }}
        name={field.by}
        within={name}
        place={`${place}.${field.by}`}
        label={label}
        isRequired={isRequired}
        draft={partIn(draft, field.by)}
        onChange={(word) => choose(textIn(word))}
      />
      {chosen && <FieldsInput fields={chosen.fields} within={name} place={place} draft={draft} onChange={onChange} />}
      <FaultsAt place={place} />
    </div>
  );
};
