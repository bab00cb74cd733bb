import { type Draft, isBlank, itemsIn, partIn, partsOf, textIn } from '../workbench/form/draft.ts';
import type { OpenCall } from './open-call.ts';
import type { NamedField } from '../workbench/form/field.ts';

export type StepName = 'project' | 'description' | 'parties' | 'further' | 'check';

/** A step of the form: the fields of the content that it asks for, in its order. The last asks for none. */
export interface Step {
  readonly name: StepName;
  readonly fields: readonly NamedField[];
}

const namesOfSteps: Readonly<Record<'project' | 'description' | 'parties', readonly string[]>> = {
  project: ['title', 'area', 'budget', 'startsOn', 'endsOn'],
  description: ['summary', 'goals'],
  parties: ['parties'],
};

/**
 * The steps through the fields of an application's content. A draft may lack any of them, what is handed in none. What the service asks for
 * beyond what is named here has a step of its own.
 */
export const stepsOf = (fields: readonly NamedField[], documents: OpenCall['documents']): readonly Step[] => {
  const named = Object.entries(namesOfSteps) as [keyof typeof namesOfSteps, readonly string[]][];
  const needed = (wanted: string) => fields.filter(({ name }) => name === wanted).map((field) => ({ ...field, isRequired: true }));
  const known = named.map(([name, names]) => ({ name, fields: names.flatMap(needed) }));
  const asked = fields.filter(({ name }) => name !== 'attachments' || documents.length > 0);
  const further = asked.filter(({ name }) => named.every(([, names]) => !names.includes(name)));
  return [...known, ...(further.length > 0 ? [{ name: 'further', fields: further } as const] : []), { name: 'check', fields: [] }];
};

/** The step that asks for the place of a fault, `content.parties.0.organisation.id`; undefined where none does. */
export const stepOf = (steps: readonly Step[], place: string): Step | undefined => {
  const name = place.split('.')[1];
  return steps.find(({ fields }) => fields.some((field) => field.name === name));
};

/** What of a step is not filled in. What goes beyond the named steps may be left out: the service says what of it a call needs. */
export const missingIn = ({ name, fields }: Step, content: Draft): readonly NamedField[] =>
  name === 'further' ? [] : fields.filter((each) => isBlank(each.field, partIn(content, each.name)));

/** The documents that the call requires and that nobody has chosen yet. */
export const documentsMissing = (content: Draft, documents: OpenCall['documents']): OpenCall['documents'] => {
  const chosen = new Set(itemsIn(partIn(content, 'attachments')).map((item) => textIn(partIn(item, 'document'))));
  return documents.filter(({ code, required }) => required && !chosen.has(code));
};

/** The files that are chosen with one for a document, or without one for it. */
export const withDocument = (content: Draft, code: string, attachment: Draft): Draft => {
  const items = itemsIn(partIn(content, 'attachments'));
  const isIt = (item: Draft) => textIn(partIn(item, 'document')) === code;
  const chosen = { document: code, attachment };
  const attachments =
    attachment === ''
      ? items.filter((item) => !isIt(item))
      : items.some(isIt)
        ? items.map((item) => (isIt(item) ? chosen : item))
        : [...items, chosen];
  return { ...partsOf(content), attachments };
};

/** What the first of the parties begins with: whoever applies leads. */
export const firstParty = (applicant: string): Draft => ({ role: 'lead', organisation: { id: applicant } });

/** What is typed so far, with a first party to be filled in where there is none. */
export const withFirstParty = (content: Draft, applicant: string): Draft =>
  itemsIn(partIn(content, 'parties')).length > 0 ? content : { ...partsOf(content), parties: [firstParty(applicant)] };

/** The same without a first party that nobody has touched: a draft is saved without it. */
export const withoutUntouched = (content: Draft, applicant: string): Draft => {
  const parties = itemsIn(partIn(content, 'parties'));
  const isUntouched = parties.length === 1 && JSON.stringify(parties[0]) === JSON.stringify(firstParty(applicant));
  return isUntouched ? { ...partsOf(content), parties: [] } : content;
};

/** What the parties' shares add up to, in basis points; undefined while there are none or one of them is no percentage. */
export const sumOfShares = (content: Draft): number | undefined => {
  const typed = itemsIn(partIn(content, 'parties')).map((party) => textIn(partIn(party, 'shareBasisPoints')).trim());
  if (typed.length === 0 || !typed.every((each) => /^\d{1,3}(\.\d{1,2})?$/.test(each))) return undefined;
  return typed.reduce((sum, each) => sum + Math.round(Number(each) * 100), 0);
};
