import { Currency, parseDecimalAmount, toDecimalText } from '@xietong/domain';
import { isRecord } from '../description/schema.ts';
import type { Field, NamedField } from './field.ts';

/** What somebody has typed into a field so far, nothing being an empty text: texts of numbers, amounts, days and moments of the reader's clock. */
export type Draft = string | readonly Draft[] | { readonly [name: string]: Draft };

export const textIn = (draft: Draft | undefined): string => (typeof draft === 'string' ? draft : '');
const isList = (draft: Draft | undefined): draft is readonly Draft[] => Array.isArray(draft);
export const itemsIn = (draft: Draft | undefined): readonly Draft[] => (isList(draft) ? draft : []);
export const partIn = (draft: Draft | undefined, name: string): Draft | undefined =>
  typeof draft === 'object' && !isList(draft) ? draft[name] : undefined;

/** All of a draft's parts; of one that has none, none. */
export const partsOf = (draft: Draft | undefined): { readonly [name: string]: Draft } =>
  typeof draft === 'object' && !isList(draft) ? draft : {};

/** What a field begins with. Of a list that may not be empty its first item is there to be filled. */
export const emptyDraft = (field: Field, currency: Currency | ''): Draft => {
  switch (field.kind) {
    case 'amounts':
      return { ...Object.fromEntries(field.names.map((name) => [name, ''])), currency };
    case 'several':
      return [];
    case 'list':
      return field.min > 0 ? [emptyDraft(field.item, currency)] : [];
    case 'group':
      return draftOfAll(field.fields, currency);
    case 'choice':
      return { [field.by]: '' };
    default:
      return '';
  }
};

/** What an alternative of a choice begins with. */
export const draftOfAll = (fields: readonly NamedField[], currency: Currency | ''): { readonly [name: string]: Draft } =>
  Object.fromEntries(fields.map(({ name, field }) => [name, emptyDraft(field, currency)]));

// A moment as a clock of the reader's zone shows it, in the form that the browser's own input has: `2026-03-12T16:00`.
const toClock = (moment: string): string => {
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

const shifted = (value: number, shift: number): string => (shift === 0 ? String(value) : String(value / 10 ** shift));

const isCurrency = (value: unknown): value is Currency => Currency.safeParse(value).success;

const amountsDraft = (names: readonly string[], value: Readonly<Record<string, unknown>>): Draft => {
  const { currency } = value;
  if (!isCurrency(currency)) return { currency: '' };
  const amounts = names.map((name) => [name, toDecimalText({ amount: Number(value[name]), currency })]);
  return { ...Object.fromEntries(amounts), currency };
};

/** A file that was sent up: of what is known of it, what a form shows and sends. */
export const attachmentDraft = ({ id, name, bytes }: Readonly<Record<string, unknown>>): Draft => ({
  id: String(id),
  name: String(name),
  bytes: String(bytes),
});

/** What a field begins with where its value is there already and is to be given anew. */
export const toDraft = (field: Field, value: unknown, currency: Currency | ''): Draft => {
  if (value === undefined) return emptyDraft(field, currency);
  switch (field.kind) {
    case 'number':
      return shifted(Number(value), field.shift);
    case 'yes-no':
      return value === true ? 'yes' : 'no';
    case 'moment':
      return toClock(String(value));
    case 'several':
      return Array.isArray(value) ? value.map(String) : [];
    case 'list':
      return Array.isArray(value) ? value.map((item: unknown) => toDraft(field.item, item, currency)) : [];
    case 'amounts':
      return isRecord(value) ? amountsDraft(field.names, value) : emptyDraft(field, currency);
    case 'group':
      return draftFrom(field.fields, value, currency);
    case 'attachment':
      return isRecord(value) ? attachmentDraft(value) : '';
    case 'choice': {
      const word = isRecord(value) ? String(value[field.by]) : '';
      const chosen = field.alternatives.find((alternative) => alternative.word === word);
      return chosen ? { [field.by]: word, ...draftFrom(chosen.fields, value, currency) } : emptyDraft(field, currency);
    }
    default:
      return String(value);
  }
};

const draftFrom = (fields: readonly NamedField[], value: unknown, currency: Currency | ''): { readonly [name: string]: Draft } =>
  Object.fromEntries(fields.map(({ name, field }) => [name, toDraft(field, isRecord(value) ? value[name] : undefined, currency)]));

/** Why what was typed cannot be sent: nothing where something is needed, or no number, no amount, no moment. */
export type DraftFault = 'missing' | 'no-number' | 'no-amount' | 'no-moment';

/** A fault at its field, named as the services name theirs: `participants.0.amount`. */
export interface PlacedFault {
  readonly field: string;
  readonly fault: DraftFault;
}

interface Read {
  /** Undefined where the field is left out. */
  readonly value?: unknown;
  readonly faults: readonly PlacedFault[];
}

/** Whether nothing was typed. A currency alone is nothing: it stands there from the beginning. */
export const isBlank = (field: Field, draft: Draft | undefined): boolean => {
  switch (field.kind) {
    case 'amounts':
      return field.names.every((name) => textIn(partIn(draft, name)).trim() === '');
    case 'several':
    case 'list':
      return itemsIn(draft).length === 0;
    case 'group':
      return field.fields.every((each) => isBlank(each.field, partIn(draft, each.name)));
    case 'attachment':
      return textIn(partIn(draft, 'id')) === '';
    case 'choice':
      return textIn(partIn(draft, field.by)) === '';
    default:
      return textIn(draft).trim() === '';
  }
};

const readNumber = (text: string, shift: number): number | undefined => {
  const [matched, , fraction = ''] = /^[+-]?(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (matched === undefined || (shift > 0 && fraction.length > shift)) return undefined;
  return shift === 0 ? Number(text) : Math.round(Number(text) * 10 ** shift);
};

const single = (at: string, value: unknown, fault: DraftFault): Read =>
  value === undefined ? { faults: [{ field: at, fault }] } : { value, faults: [] };

const withoutZeros = (decimal: string): string =>
  decimal
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

// Amounts are typed with or without commas between thousands, in either script's form. One with more digits than its currency has is
// none: what is sent is what was typed, and nothing is rounded in secret.
const readAmount = (text: string, currency: string): number | undefined => {
  const plain = text.trim().replaceAll(/[,，\s]/g, '');
  if (!isCurrency(currency) || !/^-?\d{1,12}(\.\d+)?$/.test(plain)) return undefined;
  const amount = parseDecimalAmount(plain, currency);
  return withoutZeros(toDecimalText({ amount, currency })) === withoutZeros(plain) ? amount : undefined;
};

const readAmounts = (names: readonly string[], draft: Draft | undefined, at: string): Read => {
  const currency = textIn(partIn(draft, 'currency'));
  const amounts = names.map((name) => [name, readAmount(textIn(partIn(draft, name)), currency)] as const);
  if (amounts.some(([, amount]) => amount === undefined)) return { faults: [{ field: at, fault: 'no-amount' }] };
  return { value: { ...Object.fromEntries(amounts), currency }, faults: [] };
};

const readMoment = (text: string): string | undefined => {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** The value and the faults of a group's fields; `at` is where the group stands, nothing for the form itself. */
const readAll = (fields: readonly NamedField[], draft: Draft | undefined, at: string) => {
  const placeOf = (name: string) => (at === '' ? name : `${at}.${name}`);
  const parts = fields.map((each) => [each.name, readField(each, partIn(draft, each.name), placeOf(each.name))] as const);
  const value: Readonly<Record<string, unknown>> = Object.fromEntries(
    parts.flatMap(([name, part]) => (part.value === undefined ? [] : [[name, part.value]])),
  );
  return { value, faults: parts.flatMap(([, { faults }]) => faults) };
};

const readField = ({ field, isRequired }: Omit<NamedField, 'name'>, draft: Draft | undefined, at: string): Read => {
  const mayBeEmpty = field.kind === 'group' || field.kind === 'several' || (field.kind === 'list' && field.min === 0);
  if (isBlank(field, draft) && !(isRequired && mayBeEmpty)) return { faults: isRequired ? [{ field: at, fault: 'missing' }] : [] };
  switch (field.kind) {
    case 'number':
      return single(at, readNumber(textIn(draft).trim(), field.shift), 'no-number');
    case 'moment':
      return single(at, readMoment(textIn(draft)), 'no-moment');
    case 'yes-no':
      return { value: textIn(draft) === 'yes', faults: [] };
    case 'attachment':
      return { value: textIn(partIn(draft, 'id')), faults: [] };
    case 'amounts':
      return readAmounts(field.names, draft, at);
    case 'several':
      return { value: itemsIn(draft), faults: [] };
    case 'list': {
      const items = itemsIn(draft).map((item, index) => readField({ field: field.item, isRequired: true }, item, `${at}.${index}`));
      return { value: items.map(({ value }) => value), faults: items.flatMap(({ faults }) => faults) };
    }
    case 'group':
      return readAll(field.fields, draft, at);
    case 'choice': {
      const word = textIn(partIn(draft, field.by));
      const rest = readAll(field.alternatives.find((alternative) => alternative.word === word)?.fields ?? [], draft, at);
      return { value: { [field.by]: word, ...rest.value }, faults: rest.faults };
    }
    default:
      return { value: textIn(draft).trim(), faults: [] };
  }
};

/** What a form sends of what was typed, or why it cannot be sent yet. Blanks around texts are not sent; an optional field left empty is left out. */
export const toInput = (
  fields: readonly NamedField[],
  draft: Draft,
): { readonly input: object; readonly faults: readonly PlacedFault[] } => {
  const { value, faults } = readAll(fields, draft, '');
  return { input: value, faults };
};
