import { Currency } from '@xietong/domain';
import { Input, Select } from 'antd';
import { useFormat } from '../../text/use-format.ts';
import { useWords, useWorkbenchText } from '../use-workbench-text.ts';
import { partIn, textIn } from './draft.ts';
import type { FieldInputProps } from './field-input.tsx';
import { useForm } from './form-context.ts';
import { FaultsAt, OptionalMark } from './labelled.tsx';

/** Amounts in the unit that people count in, yuan or kroner, and the currency of all of them. */
export const AmountsInput = ({ field, name, place, label, isRequired, draft, onChange }: FieldInputProps<'amounts'>) => {
  const words = useWorkbenchText().form;
  const format = useFormat();
  const { id, faults, aggregate } = useForm();
  const vocabulary = useWords(aggregate);
  const own = `${id}-${place}`;
  const isFaulty = faults.has(place);
  const stated = { 'aria-invalid': isFaulty, 'aria-describedby': isFaulty ? `${own}-fault` : undefined, 'aria-required': isRequired };
  const status = isFaulty ? { status: 'error' as const } : {};
  const whole = typeof draft === 'object' && !Array.isArray(draft) ? draft : {};
  const currency = textIn(partIn(draft, 'currency'));
  return (
    <fieldset className="field amounts">
      <legend>
        {label} <OptionalMark isRequired={isRequired} />
      </legend>
      <div className="amounts-inputs">
        {field.names.map((each) => (
          <Input
            key={each}
            {...stated}
            {...status}
            inputMode="decimal"
            aria-label={field.names.length === 1 ? label : vocabulary.field(each, name)}
            placeholder={field.names.length === 1 ? '0.00' : vocabulary.field(each, name)}
            value={textIn(partIn(draft, each))}
            onChange={({ target }) => onChange({ ...whole, [each]: target.value })}
          />
        ))}
        <Select
          {...status}
          aria-label={`${label} ${words.currency}`}
          className="amounts-currency"
          placeholder={words.currency}
          showSearch={{ optionFilterProp: 'label' }}
          value={currency === '' ? undefined : currency}
          onChange={(chosen) => onChange({ ...whole, currency: chosen })}
          options={Currency.options.map((each) => ({ value: each, label: format.currency(each) }))}
        />
      </div>
      <FaultsAt place={place} />
    </fieldset>
  );
};
