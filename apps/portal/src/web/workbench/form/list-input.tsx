import { Button } from 'antd';
import { useFormat } from '../../text/use-format.ts';
import { useWorkbenchText } from '../use-workbench-text.ts';
import { emptyDraft, itemsIn } from './draft.ts';
import { FieldInput, type FieldInputProps } from './field-input.tsx';
import { useForm } from './form-context.ts';
import { FieldsInput } from './group-input.tsx';
import { FaultsAt, OptionalMark } from './labelled.tsx';

/** A list whose items are added and taken away one by one. */
export const ListInput = ({ field, name, within, place, label, isRequired, draft, onChange }: FieldInputProps<'list'>) => {
  const words = useWorkbenchText();
  const format = useFormat();
  const { id, currency, faults } = useForm();
  const items = itemsIn(draft);
  const { item } = field;
  const own = `${id}-${place}`;
  return (
    <fieldset className="field-group" aria-describedby={faults.has(place) ? `${own}-fault` : undefined}>
      <legend>
        {label} <OptionalMark isRequired={isRequired && field.min > 0} />
      </legend>
      <FaultsAt place={place} />
      {items.map((each, index) => {
        const number = format.count(index + 1);
        const change = (next: typeof each) => onChange(items.with(index, next));
        return (
          <fieldset key={index} className={item.kind === 'group' ? 'list-item' : 'list-item list-item-single'}>
            <legend>{words.item(number)}</legend>
            {item.kind === 'group' ? (
              <FieldsInput fields={item.fields} within={name} place={`${place}.${index}`} draft={each} onChange={change} />
            ) : (
              <FieldInput
                field={item}
                name={name}
                within={within}
                place={`${place}.${index}`}
                label={`${label} ${words.item(number)}`}
                isRequired
                draft={each}
                onChange={change}
              />
            )}
            <Button
              size="small"
              aria-label={words.form.remove(label, number)}
              disabled={items.length <= field.min}
              onClick={() => onChange(items.toSpliced(index, 1))}
            >
              {words.form.removeShort}
            </Button>
          </fieldset>
        );
      })}
      <Button
        type="dashed"
        // What is wrong with a list as a whole takes the focus here.
        aria-invalid={faults.has(place) || undefined}
        disabled={items.length >= field.max}
        onClick={() => onChange([...items, emptyDraft(item, currency)])}
      >
        {words.form.add(label)}
      </Button>
    </fieldset>
  );
};
