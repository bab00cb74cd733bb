import { Select } from 'antd';
import { type Draft, textIn } from '../workbench/form/draft.ts';
import { Labelled } from '../workbench/form/labelled.tsx';
import { useWorkbenchText } from '../workbench/use-workbench-text.ts';
import type { OpenCall } from './open-call.ts';

interface AreaInputProps {
  readonly label: string;
  readonly areas: OpenCall['areas'];
  readonly draft: Draft | undefined;
  readonly onChange: (draft: Draft) => void;
}

/** The area of the call in which one applies, by its title instead of its code. */
export const AreaInput = ({ label, areas, draft, onChange }: AreaInputProps) => {
  const words = useWorkbenchText().form;
  const chosen = textIn(draft);
  return (
    <Labelled label={label} place="content.area" isRequired>
      {(input) => (
        <Select
          {...input}
          className="input-select"
          {...(input['aria-invalid'] ? { status: 'error' as const } : {})}
          placeholder={words.choose}
          value={chosen === '' ? undefined : chosen}
          onChange={(code: string) => onChange(code)}
          options={areas.map(({ code, title }) => ({ value: code, label: title }))}
        />
      )}
    </Labelled>
  );
};
