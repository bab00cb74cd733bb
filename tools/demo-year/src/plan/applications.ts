import type { ApplicationContent } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import type { Random } from '@xietong/testing';
import { applicationsOf, areas, quotasOf } from './areas.ts';
import { contentOf, grantOf } from './contents.ts';
import type { PlannedExpert } from './experts.ts';
import { days } from './moments.ts';
import type { PlannedOrganisation } from './organisations.ts';
import { judgesOf, type PlannedReview, quorum, reviewsBy } from './reviews.ts';
import { partOf, type YearSize, wholeYear } from './size.ts';

/** How it ends: approved on the day of all, later for a place that came free, or late; refused by its rank, or since an objection was upheld. */
export type Fate =
  | { readonly kind: 'withdrawn' | 'ineligible' }
  | { readonly kind: 'approved'; readonly way: 'with-all' | 'further' | 'late' }
  | { readonly kind: 'refused'; readonly way: 'by-rank' | 'objection-upheld' };

export interface PlannedApplication {
  readonly no: number;
  /** Its lead, among the organisations that apply. */
  readonly lead: number;
  readonly content: ApplicationContent;
  readonly handedInOn: LocalDate;
  /** It is given back to be corrected, and handed in again. */
  readonly isReturned: boolean;
  readonly reviews: readonly PlannedReview[];
  /** An expert whom the officer tries to invite though he advises a party, and one whose invitation is void for a conflict found later. */
  readonly keptOut?: number;
  readonly voided?: number;
  readonly fate: Fate;
  /** Somebody objects, in vain or not. */
  readonly objection?: 'dismissed' | 'upheld';
  readonly granted: ApplicationContent['budget'];
}

type Sketch = Omit<PlannedApplication, 'fate' | 'objection'>;

/** Every application of the year, with its reviews and how it ends. */
export function planApplications(
  random: Random,
  size: YearSize,
  organisations: readonly PlannedOrganisation[],
  roster: readonly PlannedExpert[],
): PlannedApplication[] {
  const inAreas = random.fork('areas').shuffled(applicationsOf(size).flatMap((count, area) => Array.from({ length: count }, () => area)));
  const leads = random.fork('leads').shuffled(inAreas.map((_, no) => no % organisations.length));
  const sketches = inAreas.map((area, no) =>
    sketchOf(random.fork(`application ${no}`), { no, area, lead: leads[no] ?? 0 }, organisations, roster),
  );
  const fates = fatesOf(random.fork('fates'), sketches, size);
  const planned = sketches.map((sketch) => ({
    ...sketch,
    ...(fates.get(sketch.no) ?? { fate: { kind: 'refused', way: 'by-rank' } as const }),
  }));
  return withMarks(random.fork('marks'), planned, size, roster);
}

function sketchOf(
  random: Random,
  { no, area, lead }: { readonly no: number; readonly area: number; readonly lead: number },
  organisations: readonly PlannedOrganisation[],
  roster: readonly PlannedExpert[],
): Sketch {
  const [words, leading] = [areas[area], organisations[lead]];
  if (!words || !leading) throw new Error(`application ${no} has no area or no lead`);
  const content = contentOf(random, words, leading, organisations);
  const judges = random.shuffled(judgesOf(content, roster).free).slice(0, quorum);
  return {
    no,
    lead,
    content,
    handedInOn: random.pick(days.handedIn),
    isReturned: false,
    reviews: reviewsBy(random, judges, 52 + random.whole(44)),
    granted: grantOf(random, content.budget),
  };
}

/** A few are given back on the day on which all are checked, a few meet an expert who is kept from them, a few lose one to a conflict. */
function withMarks(
  random: Random,
  applications: readonly PlannedApplication[],
  size: YearSize,
  roster: readonly PlannedExpert[],
): PlannedApplication[] {
  const some = (whole: number): number => partOf(whole, size.applications, wholeYear.applications);
  const reviewed = random.shuffled(applications.filter(isReviewed));
  const keptFrom = ({ content }: PlannedApplication): number | undefined => judgesOf(content, roster).kept[0];
  const sparedBy = ({ content, reviews }: PlannedApplication): number | undefined =>
    judgesOf(content, roster).free.find((place) => reviews.every(({ expert }) => expert !== place));
  const returned = new Set(reviewed.slice(0, some(5)));
  const meeting = new Set(reviewed.filter((one) => keptFrom(one) !== undefined).slice(0, some(6)));
  const losing = new Set(reviewed.filter((one) => sparedBy(one) !== undefined).slice(-some(2)));
  return applications.map((one) => {
    const [kept, spare] = [meeting.has(one) ? keptFrom(one) : undefined, losing.has(one) ? sparedBy(one) : undefined];
    return {
      ...one,
      isReturned: returned.has(one),
      ...(kept !== undefined && { keptOut: kept }),
      ...(spare !== undefined && { voided: spare }),
    };
  });
}

type End = Pick<PlannedApplication, 'fate' | 'objection'>;

/** How those end that are not simply refused by their rank. */
function fatesOf(random: Random, sketches: readonly Sketch[], size: YearSize): Map<number, End> {
  const fates = new Map<number, End>();
  const quotas = quotasOf(size);
  const some = (whole: number, of: keyof YearSize): number => partOf(whole, size[of], wholeYear[of]);
  const byArea = areas.map(({ code }) => random.shuffled(sketches.filter(({ content }) => content.area === code)));
  // One is always left over, so that a place that comes free finds a next one.
  const spare = byArea.map(({ length }, area) => length - (quotas[area] ?? 0) - 1);
  const dropOne = (kind: 'withdrawn' | 'ineligible'): void => {
    const area = spare.indexOf(Math.max(...spare));
    const [dropped] = byArea[area]?.splice(0, 1) ?? [];
    if (!dropped || (spare[area] ?? 0) <= 0) throw new Error('a year of this size has nobody to turn away');
    spare[area] = (spare[area] ?? 0) - 1;
    fates.set(dropped.no, { fate: { kind } });
  };
  for (let n = 0; n < some(20, 'applications'); n += 1) dropOne('ineligible');
  for (let n = 0; n < some(4, 'applications'); n += 1) dropOne('withdrawn');

  const chosen = byArea.map((area, place) => area.toSorted(byTotals).slice(0, quotas[place]));
  const next = byArea.map((area, place) => area.toSorted(byTotals)[quotas[place] ?? 0]);
  for (const { no } of chosen.flat()) fates.set(no, { fate: { kind: 'approved', way: 'with-all' } });
  // An upheld objection frees one place in an area at most: the next one by rank takes it.
  const upheldIn = random.shuffled(chosen.flatMap((area, place) => (area.length > 0 ? [place] : []))).slice(0, some(2, 'approved'));
  for (const area of upheldIn) {
    const [losing, gaining] = [random.pick(chosen[area] ?? []), next[area]];
    if (!gaining) throw new Error('no application is next');
    fates.set(losing.no, { fate: { kind: 'refused', way: 'objection-upheld' }, objection: 'upheld' });
    fates.set(gaining.no, { fate: { kind: 'approved', way: 'further' } });
  }
  const untouched = random.shuffled(chosen.flat().filter(({ no }) => fates.get(no)?.fate.kind === 'approved'));
  const [late, doubted] = [untouched.slice(0, some(3, 'approved')), untouched.slice(some(3, 'approved'))];
  for (const { no } of late) fates.set(no, { fate: { kind: 'approved', way: 'late' } });
  for (const { no } of doubted.slice(0, some(4, 'approved')))
    fates.set(no, { fate: { kind: 'approved', way: 'with-all' }, objection: 'dismissed' });
  return fates;
}

const sumOf = ({ reviews }: Sketch): number => reviews.reduce((sum, { total }) => sum + total, 0);

/** The best first; each has as many reviews, so that their sums rank as their means do. Equal ones by the order in which they came. */
export const byTotals = (one: Sketch, other: Sketch): number => sumOf(other) - sumOf(one) || one.no - other.no;

/** Whether the panel has it on its table. */
export const isReviewed = ({ fate }: PlannedApplication): boolean => fate.kind === 'approved' || fate.kind === 'refused';
