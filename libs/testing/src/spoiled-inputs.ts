type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type Path = readonly (string | number)[];

/** An input that is no longer right, and in which way. */
export interface SpoiledInput {
  readonly how: string;
  /** The path of what is wrong; empty where the whole is. */
  readonly field: string;
  readonly text: string;
  /** It holds what the database, or the language, would take for an instruction. */
  readonly isInstruction: boolean;
}

/** What stands in the place of a plain value or a list. Each is wrong everywhere. */
const wrongValues: readonly Json[] = [
  { $ne: null },
  { $gt: '' },
  { $where: 'sleep(1000)' },
  { $in: ['registered', 'active'] },
  { text: 'in an object' },
  [['in two lists']],
  null,
  true,
];

/** What is added to an object. None of it is part of any input. */
const strangeFields: Readonly<Record<string, Json>> = {
  $ne: 1,
  $nor: [],
  $where: '1',
  ['__proto__']: { admin: true },
  constructor: { prototype: { admin: true } },
  prototype: 1,
  'amount.amount': 1,
  id: 'NO-03.rcn.951956',
  version: 99,
  status: 'completed',
  registrar: 'NO-03/rcn',
  role: 'director',
  roles: ['director'],
  region: 'NO-99999999',
  approvedAmount: 1,
};

const instructions = /"(\$\w+|__proto__|constructor|prototype)":/;

/** Every way to spoil an input here: each value of it replaced by each wrong one, each object of it with each strange field. */
export function spoil(input: object): SpoiledInput[] {
  const whole = input as Json;
  const inPlaces = placesOf(whole).flatMap((path) => {
    const replaced = wrongValues.map((wrong) => ({ how: `${path.join('.')} is ${JSON.stringify(wrong)}`, value: put(whole, path, wrong) }));
    const inList = { how: `${path.join('.')} is in a list`, value: put(whole, path, [valueAt(whole, path)]) };
    return [...replaced, inList].map((each) => ({ ...each, field: path.join('.') }));
  });
  const withFields = [[], ...placesOf(whole)].flatMap((path) => {
    const object = valueAt(whole, path);
    if (!isObject(object)) return [];
    const strange = Object.entries(strangeFields).filter(([name]) => !Object.hasOwn(object, name));
    return strange.map(([name, value]) => ({
      how: `${['input', ...path].join('.')} has ${name}`,
      field: [...path, name].join('.'),
      value: put(whole, path, Object.fromEntries([...Object.entries(object), [name, value]])),
    }));
  });
  const others = [[whole], 'text', 5, null, true].map((value) => ({
    how: `the input is ${JSON.stringify(value)}`,
    field: '',
    value: value as Json,
  }));
  return [...inPlaces, ...withFields, ...others].map(({ how, field, value }) => {
    const text = JSON.stringify(value);
    return { how, field, text, isInstruction: instructions.test(text) };
  });
}

const isObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a value stands in the input: each plain one, each list, each object, but not the whole. */
function placesOf(value: Json, path: Path = []): Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return inner.flatMap(([name, one]) => [[...path, name], ...placesOf(one as Json, [...path, name])]);
}

const valueAt = (value: Json, path: Path): Json =>
  path.reduce<Json>((inner, name) => (inner as Readonly<Record<string, Json>>)[name] as Json, value);

// `fromEntries` makes a field of its own even of `__proto__`, which an assignment would not.
function put(value: Json, [first, ...rest]: Path, wanted: Json): Json {
  if (first === undefined) return wanted;
  const entries = Object.entries(value as Readonly<Record<string, Json>>).map(
    ([name, inner]) => [name, name === String(first) ? put(inner, rest, wanted) : inner] as const,
  );
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
