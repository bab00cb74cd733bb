import type { Currency } from '@xietong/domain';
import { createContext, use } from 'react';
import type { FaultsByPlace } from './faults.ts';

interface FormSurroundings {
  readonly aggregate: string;
  /** What every id of the form's inputs begins with. */
  readonly id: string;
  readonly faults: FaultsByPlace;
  /** Where files are sent. */
  readonly attachmentsAddress: string;
  /** The currency that amounts begin with. */
  readonly currency: Currency | '';
}

/** What every field of a form needs to know of the form. */
export const FormContext = createContext<FormSurroundings | undefined>(undefined);

export const useForm = (): FormSurroundings => {
  const form = use(FormContext);
  if (form === undefined) throw new Error('a field is drawn outside of a form');
  return form;
};
