import type { ReactNode } from 'react';
import { useWorkbenchText } from '../use-workbench-text.ts';
import { useForm } from './form-context.ts';

/** What ties an input to its label, its notes and its faults. */
export interface InputProps {
  readonly id: string;
  readonly 'aria-required': boolean;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface LabelledProps {
  readonly label: string;
  readonly place: string;
  readonly isRequired: boolean;
  readonly note?: string | undefined;
  readonly children: (input: InputProps) => ReactNode;
}

/** What is wrong at a place of the form. */
export const FaultsAt = ({ place }: { place: string }) => {
  const { id, faults } = useForm();
  const said = faults.get(place);
  if (said === undefined) return null;
  return (
    <div id={`${id}-${place}-fault`} className="field-fault">
      {said.map((each) => (
        <p key={each}>{each}</p>
      ))}
    </div>
  );
};

export const OptionalMark = ({ isRequired }: { isRequired: boolean }) => {
  const words = useWorkbenchText().form;
  return isRequired ? null : <span className="field-optional">{words.optional}</span>;
};

/** An input with its label, what is to be known of it, and what is wrong with it. */
export const Labelled = ({ label, place, isRequired, note, children }: LabelledProps) => {
  const { id, faults } = useForm();
  const own = `${id}-${place}`;
  const isFaulty = faults.has(place);
  const described = [isFaulty ? `${own}-fault` : [], note === undefined ? [] : `${own}-note`].flat().join(' ');
  const input = {
    id: own,
    'aria-required': isRequired,
    'aria-invalid': isFaulty,
    'aria-describedby': described === '' ? undefined : described,
  };
  return (
    <div className="field">
      <label htmlFor={own}>
        {label} <OptionalMark isRequired={isRequired} />
      </label>
      {children(input)}
      {note !== undefined && (
        <p id={`${own}-note`} className="panel-note">
          {note}
        </p>
      )}
      <FaultsAt place={place} />
    </div>
  );
};
