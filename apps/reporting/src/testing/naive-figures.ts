import { countryOf, type LocalDate, regionAt, type RegionCode, type RegionLevel } from '@xietong/domain';
import type { Question } from '../metrics/question.ts';
import type { SpecParticipant } from './published-events.ts';

/** A project as its newest statement leaves it, or what else has sides: an alliance with its members. */
export interface NaiveProject {
  readonly project: string;
  readonly signedOn: LocalDate;
  /** Where a side is placed by the divisions of a day of its own, it says so. */
  readonly participants: readonly (SpecParticipant & { readonly placedOn?: LocalDate })[];
}

/** One thing that a metric counts, with every dimension it can be broken down by. */
interface Thing {
  readonly dimensions: Readonly<Record<string, string | number>>;
  readonly key: string;
  readonly amount: number;
  readonly currency: string;
}

const levels = ['county', 'prefecture', 'province'] as const;

/** The definitions of the issue, computed word by word from lists: rows as `dimensions = value`, money with its currency. */
export const naiveRows = (question: Question, projects: readonly NaiveProject[]): string[] => countedBy(thingsOf, question, projects);

/** The same by the things of other metrics. */
export function countedBy(
  thingsOf: Readonly<Record<string, Things>>,
  { metric, by, filters }: Question,
  projects: readonly NaiveProject[],
): string[] {
  const asked: readonly RegionLevel[] = filters.level ? [filters.level as RegionLevel] : by.includes('level') ? levels : ['county'];
  const things = asked.flatMap((level) => projects.flatMap((project) => thingsOf[metric.id]?.(project, level) ?? []));
  // With no side of a pair named, each stands once, the smaller code first.
  const inOrder = filters.a === undefined && filters.b === undefined && by.includes('a') === by.includes('b');
  const counted = inOrder ? things.filter(({ dimensions: { a = '', b = '' } }) => a <= b) : things;
  const money = metric.unit === 'money';
  const groups = Map.groupBy(
    counted.filter((thing) => passes(thing, filters)),
    ({ dimensions, currency }) => [...by.map((dimension) => dimensions[dimension]), ...(money ? [currency] : [])].join(' '),
  );
  if (by.length === 0 && !money && groups.size === 0) return [' = 0'];
  return [...groups].map(([name, members]) => {
    const once = [...new Map(members.map((thing) => [thing.key, thing])).values()];
    return `${name} = ${money ? once.reduce((sum, { amount }) => sum + amount, 0) : once.length}`;
  });
}

function passes({ dimensions, currency }: Thing, filters: Question['filters']): boolean {
  const [first, last = first] = filters.year?.split('..').map(Number) ?? [];
  const year = Number(dimensions.year);
  const inYears = first === undefined || last === undefined || (year >= first && year <= last);
  const { region, a, b, from, to } = dimensions;
  const inRegion = filters.region === undefined || [region, a, b, from, to].includes(filters.region);
  const exact = (['a', 'b', 'from', 'to'] as const).every((name) => filters[name] === undefined || filters[name] === dimensions[name]);
  return inYears && inRegion && exact && (filters.currency === undefined || filters.currency === currency);
}

interface Placed extends SpecParticipant {
  readonly no: number;
  readonly at: string | undefined;
}

function placed({ participants, signedOn }: NaiveProject, level: RegionLevel): Placed[] {
  return participants.map((one, no) => ({
    ...one,
    no,
    at: one.region === undefined ? undefined : regionAt(one.region as RegionCode, level, one.placedOn ?? signedOn),
  }));
}

function thing(project: NaiveProject, level: RegionLevel, of: Placed, dimensions: Record<string, string>, key: unknown[]): Thing {
  const year = Number(project.signedOn.slice(0, 4));
  return { dimensions: { year, level, ...dimensions }, key: JSON.stringify(key), amount: of.amount, currency: of.currency ?? 'EUR' };
}

export type Things = (project: NaiveProject, level: RegionLevel) => Thing[];

export const perParticipation =
  (key: (project: NaiveProject, one: Placed) => unknown[]): Things =>
  (project, level) =>
    placed(project, level).map((one) => thing(project, level, one, { region: one.at ?? 'unknown' }, key(project, one)));

export const perPair =
  (key: (project: NaiveProject, one: Placed) => unknown[]): Things =>
  (project, level) => {
    const all = placed(project, level);
    const regions = [...new Set(all.flatMap(({ at }) => at ?? []))];
    const pairs = regions.flatMap((a) => regions.filter((b) => b !== a).map((b) => ({ a, b })));
    return pairs.flatMap(({ a, b }) =>
      all.filter(({ at }) => at === a || at === b).map((one) => thing(project, level, one, { a, b }, key(project, one))),
    );
  };

const flows: Things = (project, level) => {
  const all = placed(project, level);
  const lead = all.find((one) => one.lead);
  const from = lead?.at;
  if (!lead || from === undefined) return [];
  return all.flatMap((one) =>
    one === lead || one.at === undefined || one.at === from
      ? []
      : thing(project, level, one, { from, to: one.at }, [project.project, one.no]),
  );
};

const partners: Things = (project, level) => {
  const known = placed(project, level).filter(({ at }) => at !== undefined);
  return known.flatMap((one) =>
    known.filter((other) => other.at !== one.at).map((other) => thing(project, level, one, { region: one.at ?? '' }, [other.at])),
  );
};

export const ofCrossRegion =
  (things: Things): Things =>
  (project, level) =>
    isMore(placed(project, level).map(({ at }) => at)) ||
    isMore(project.participants.map(({ region }) => region && countryOf(region as RegionCode)))
      ? things(project, level)
      : [];

const isMore = (known: readonly (string | undefined)[]): boolean => new Set(known.filter((one) => one !== undefined)).size > 1;

export const byProject = ({ project }: NaiveProject): unknown[] => [project];
export const byParticipation = ({ project }: NaiveProject, { no }: Placed): unknown[] => [project, no];

const thingsOf: Readonly<Record<string, Things>> = {
  projects: perParticipation(byProject),
  participations: perParticipation(byParticipation),
  organisations: perParticipation((_, { party }) => [party ?? 'unknown']),
  'cross-region-projects': ofCrossRegion(perParticipation(byProject)),
  'granted-amount': perParticipation(byParticipation),
  'pair-projects': perPair(byProject),
  'pair-amount': perPair(byParticipation),
  'lead-to-partner-amount': flows,
  breadth: partners,
};
