import type { Currency } from '@xietong/domain';
import { useSessionState } from '../../session/session-context.tsx';
import type { Document } from '../list/csv.ts';
import { type Draft, emptyDraft, toDraft } from './draft.ts';
import type { NamedField } from './field.ts';

const currenciesOfCountries: Readonly<Record<string, Currency>> = { CN: 'CNY', NO: 'NOK' };

/** The currency of the country of whoever is logged in, by his agency; nothing where it is not known. */
export const homeCurrencyOf = (agency: string | undefined): Currency | '' => currenciesOfCountries[agency?.slice(0, 2) ?? ''] ?? '';

export const useHomeCurrency = (): Currency | '' => {
  const state = useSessionState();
  return homeCurrencyOf(state.status === 'signed-in' ? state.person.agency : undefined);
};

/**
 * What a form begins with: what must be given anew of a document begins as it stands there. An optional field begins empty: to give
 * it at all may mean something.
 */
export const beginningOf = (fields: readonly NamedField[], document: Document | undefined, currency: Currency | ''): Draft =>
  Object.fromEntries(
    fields.map(({ name, field, isRequired }) => [
      name,
      isRequired ? toDraft(field, document?.[name], currency) : emptyDraft(field, currency),
    ]),
  );
