import { RegionCode } from '@xietong/domain';
import { Input } from 'antd';
import { useFormat } from '../../text/use-format.ts';
import { useLanguage } from '../../text/language.tsx';
import { zoneName } from '../document/zone-name.ts';
import { useWorkbenchText } from '../use-workbench-text.ts';
import { textIn } from './draft.ts';
import type { FieldInputProps } from './field-input.tsx';
import { Labelled } from './labelled.tsx';

type TextField = FieldInputProps<'text' | 'number' | 'date' | 'moment'>['field'];

// Short limits surprise nobody; long ones are said before somebody has typed beyond them.
const limitWorthSaying = 1_000;

const useNote = (field: TextField, typed: string): string | undefined => {
  const words = useWorkbenchText().form;
  const format = useFormat();
  const { lang } = useLanguage();
  switch (field.kind) {
    case 'number':
      return field.unit === '%' ? words.percent : undefined;
    case 'moment':
      return words.zone(zoneName(lang));
    case 'date':
      return undefined;
    case 'text':
      // The name of the region that the code stands for tells a slip before it is sent.
      if (field.isRegion) return RegionCode.safeParse(typed).success ? format.region(typed) : words.region;
      return (field.lengthMax ?? 0) >= limitWorthSaying ? words.lengthMax(format.count(field.lengthMax ?? 0)) : undefined;
  }
};

const inputTypes = { text: 'text', number: 'text', date: 'date', moment: 'datetime-local' } as const;

/** A text in one line or several, a number, a day, a moment of the reader's clock. */
export const TextInput = ({ field, place, label, isRequired, draft, onChange }: FieldInputProps<'text' | 'number' | 'date' | 'moment'>) => {
  const typed = textIn(draft);
  const note = useNote(field, typed.trim());
  const limit = field.kind === 'text' && field.lengthMax !== undefined ? { maxLength: field.lengthMax } : {};
  return (
    <Labelled label={label} place={place} isRequired={isRequired} note={note}>
      {(input) => {
        const status = input['aria-invalid'] ? { status: 'error' as const } : {};
        const common = { ...input, ...status, ...limit, value: typed };
        return field.kind === 'text' && field.isLong ? (
          <Input.TextArea {...common} autoSize={{ minRows: 3, maxRows: 16 }} onChange={({ target }) => onChange(target.value)} />
        ) : (
          <Input
            {...common}
            type={inputTypes[field.kind]}
            className={`input-${field.kind}`}
            {...(field.kind === 'number' ? { inputMode: 'decimal' as const } : {})}
            onChange={({ target }) => onChange(target.value)}
          />
        );
      }}
    </Labelled>
  );
};
