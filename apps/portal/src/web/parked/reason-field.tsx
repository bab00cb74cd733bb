import { Input } from 'antd';
import { useId } from 'react';
import { useLanguage } from '../text/language.tsx';

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly autoFocus?: boolean;
}

/** Why something is decided; it is kept with the decision. */
export const ReasonField = ({ value, onChange, autoFocus = false }: ReasonFieldProps) => {
  const { text } = useLanguage();
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{text.parked.why}</label>
      <Input id={id} required autoFocus={autoFocus} maxLength={500} value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
};
