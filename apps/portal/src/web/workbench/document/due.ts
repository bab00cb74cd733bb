import { type LocalDate, RegionCode, timeZoneOf } from '@xietong/domain';
import type { Schema } from '../description/description.ts';
import { branchFor, isRecord } from '../description/schema.ts';

/** Something of a document that is to be done by a day or a moment. */
export interface Deadline {
  readonly name: string;
  readonly within: string | undefined;
  /** What it is about, where that has a title of its own: a milestone. */
  readonly about?: string;
  /** A day that is still in time, or the first moment that is too late. */
  readonly at: string;
  readonly isDay: boolean;
}

const namesOfDeadlines = ['by', 'due', 'dueOn', 'endsAt', 'closesAt'];
const isDeadline = (name: string, { format }: Schema): boolean =>
  (format === 'date' || format === 'date-time') && (/By$/.test(name) || namesOfDeadlines.includes(name));

const deadlinesIn = (schema: Schema, value: unknown, name: string): readonly Deadline[] => {
  const branch = branchFor(schema, value);
  if (Array.isArray(value)) return value.flatMap((item: unknown) => deadlinesIn(branch.items ?? {}, item, name));
  if (!isRecord(value)) return [];
  return Object.entries(branch.properties ?? {}).flatMap(([field, each]) => {
    const inner = value[field];
    if (typeof inner !== 'string') return deadlinesIn(each, inner, field);
    const { title } = value;
    const about = name !== '' && typeof title === 'string' ? { about: title } : {};
    const own = { name: field, within: name === '' ? undefined : name, ...about, at: inner, isDay: each.format === 'date' };
    return isDeadline(field, each) ? [own] : [];
  });
};

/** What a document says is due, the soonest first. */
export const deadlinesOf = (schema: Schema, document: unknown): readonly Deadline[] =>
  deadlinesIn(schema, document, '').toSorted((one, other) => one.at.localeCompare(other.at));

/** The region of a document's agency, whose calendar and zone its days are counted by; undefined where it names none. */
export const regionOf = (document: Readonly<Record<string, unknown>>): RegionCode | undefined => {
  const agency = document['registrar'] ?? document['agency'];
  return typeof agency === 'string' ? RegionCode.safeParse(agency.slice(0, agency.indexOf('/'))).data : undefined;
};

/** The zone in which the days of a document's agency begin and end; undefined where it names none. */
export const zoneOf = (document: Readonly<Record<string, unknown>>): string | undefined => {
  const region = regionOf(document);
  return region && timeZoneOf(region);
};

const dayMs = 86_400_000;
const hourMs = 3_600_000;

// Intl instead of the vocabulary's `dayAt`, which would bring a whole calendar into the page.
/** The day that it is in the zone at that moment. */
export const dayIn = (momentMs: number, zone: string): LocalDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(momentMs)) as LocalDate;

/** The last day on which something due is still in time, in the zone in which its days are counted. */
export const lastDayOf = ({ at, isDay }: Pick<Deadline, 'at' | 'isDay'>, zone: string): LocalDate =>
  isDay ? (at as LocalDate) : dayIn(Date.parse(at) - 1, zone);

/** How long there is still, in the unit that one would say: days, or hours where it is less than two days. Below zero it is past. */
export const remaining = (deadline: Deadline, nowMs: number, zone: string): { readonly count: number; readonly unit: 'day' | 'hour' } => {
  if (deadline.isDay) {
    const days = (Date.parse(deadline.at) - Date.parse(dayIn(nowMs, zone))) / dayMs;
    return { count: days, unit: 'day' };
  }
  const leftMs = Date.parse(deadline.at) - nowMs;
  return Math.abs(leftMs) < 2 * dayMs
    ? { count: Math.trunc(leftMs / hourMs), unit: 'hour' }
    : { count: Math.trunc(leftMs / dayMs), unit: 'day' };
};
