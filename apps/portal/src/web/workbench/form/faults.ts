import type { Problem } from '../../api/api-problem.ts';
import type { DraftFault, PlacedFault } from './draft.ts';
import type { Field } from './field.ts';

/** What is wrong at a field, in words, by the place of the field: `participants.0.organisation.id`. */
export type FaultsByPlace = ReadonlyMap<string, readonly string[]>;

const partOf = (field: Field, name: string): Field | undefined => {
  switch (field.kind) {
    case 'list':
      return /^\d+$/.test(name) ? field.item : undefined;
    case 'group':
      return field.fields.find((each) => each.name === name)?.field;
    case 'choice':
      return field.alternatives.flatMap(({ fields }) => fields).find((each) => each.name === name)?.field;
    default:
      return undefined;
  }
};

// The innermost field that is drawn on the way to a place: an amount's currency is a part of the amount's field.
const placeIn = (form: Field, named: string): string | undefined => {
  const place: string[] = [];
  let field: Field | undefined = form;
  for (const name of named.split('.')) {
    field = partOf(field, name);
    if (field === undefined) break;
    place.push(name);
  }
  return place.length > 0 ? place.join('.') : undefined;
};

export interface SaidOfField {
  readonly field: string;
  readonly message: string;
}

/** Puts what a service says of fields at the fields of the form; `elsewhere` is what it says of fields that the form does not have. */
export const placeFaults = (
  form: Field,
  said: readonly SaidOfField[],
): { readonly placed: FaultsByPlace; readonly elsewhere: readonly SaidOfField[] } => {
  const withPlace = said.map((each) => ({ ...each, place: placeIn(form, each.field) }));
  const placed = new Map<string, readonly string[]>();
  for (const { place, message } of withPlace) if (place !== undefined) placed.set(place, [...(placed.get(place) ?? []), message]);
  return { placed, elsewhere: withPlace.filter(({ place }) => place === undefined) };
};

// A refusal of one field says at the field what to do; what the schema refused says it in its own words already.
const saidBy = ({ errors = [], code, remedy }: Problem): readonly SaidOfField[] =>
  code === 'input-invalid' || remedy === undefined ? errors : errors.flatMap((each) => [each, { field: each.field, message: remedy }]);

/** What a form says at its fields: why it could not be sent, or else why what was sent was refused. `places` are those at fault, in their order. */
export const saidByForm = (
  form: Field,
  unread: readonly PlacedFault[],
  problem: Problem | undefined,
  words: Readonly<Record<DraftFault, string>>,
) => {
  const ofDraft = unread.map(({ field, fault }) => ({ field, message: words[fault] }));
  const { placed, elsewhere } = placeFaults(form, unread.length > 0 ? ofDraft : problem ? saidBy(problem) : []);
  return { placed, elsewhere, places: [...placed.keys()] };
};
