import { Radio, Select } from 'antd';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';
import { itemsIn, textIn } from './draft.ts';
import type { FieldInputProps } from './field-input.tsx';
import { useForm } from './form-context.ts';
import { FaultsAt, Labelled, OptionalMark } from './labelled.tsx';

const useOptions = (words: readonly string[], name: string, within: string | undefined) => {
  const vocabulary = useWords(useForm().aggregate);
  return words.map((word) => ({ value: word, label: vocabulary.value(name, word, within) }));
};

/** One of several words. */
export const SelectInput = ({ field, name, within, place, label, isRequired, draft, onChange }: FieldInputProps<'select'>) => {
  const words = useWorkbenchText().form;
  const options = useOptions(field.words, name, within);
  const chosen = textIn(draft);
  return (
    <Labelled label={label} place={place} isRequired={isRequired}>
      {(input) => (
        <Select
          {...input}
          className="input-select"
          {...(input['aria-invalid'] ? { status: 'error' as const } : {})}
          allowClear={!isRequired}
          placeholder={words.choose}
          value={chosen === '' ? undefined : chosen}
          onChange={(word?: string) => onChange(word ?? '')}
          options={options}
        />
      )}
    </Labelled>
  );
};

/** Any of several words. */
export const SeveralInput = ({ field, name, within, place, label, draft, onChange }: FieldInputProps<'several'>) => {
  const words = useWorkbenchText().form;
  const options = useOptions(field.words, name, within);
  return (
    <Labelled label={label} place={place} isRequired={false}>
      {(input) => (
        <Select
          {...input}
          className="input-select"
          mode="multiple"
          placeholder={words.choose}
          value={itemsIn(draft).map(textIn)}
          onChange={(chosen) => onChange(chosen)}
          options={options}
        />
      )}
    </Labelled>
  );
};

/** Yes or no, and neither before somebody has chosen: a switch would decide in his place. */
export const YesNoInput = ({ place, label, isRequired, draft, onChange }: FieldInputProps<'yes-no'>) => {
  const words = useWorkbenchText();
  const { id, faults } = useForm();
  const own = `${id}-${place}`;
  return (
    <div className="field">
      <span id={`${own}-label`} className="field-label">
        {label} <OptionalMark isRequired={isRequired} />
      </span>
      <Radio.Group
        aria-labelledby={`${own}-label`}
        aria-invalid={faults.has(place)}
        aria-describedby={faults.has(place) ? `${own}-fault` : undefined}
        name={own}
        value={textIn(draft)}
        onChange={({ target }) => onChange(String(target.value))}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
      />
      <FaultsAt place={place} />
    </div>
  );
};
