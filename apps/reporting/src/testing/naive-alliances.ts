import { lastDayOf, type Member } from '@xietong/contracts-projects';
import { type LocalDate, regionAt, type RegionCode, type RegionLevel } from '@xietong/domain';
import type { Question } from '../metrics/question.ts';
import type { AllianceEvent } from './arbitrary-alliances.ts';
import { byParticipation, byProject, countedBy, type NaiveProject, ofCrossRegion, perPair, perParticipation } from './naive-figures.ts';

// The definitions of the catalogue computed word by word from the lives of alliances, with nothing of what events tell.

/** A membership, with its first day and, if it ended, its last. */
interface Stay {
  readonly member: Member;
  readonly from: LocalDate;
  readonly to?: LocalDate;
}
type Life = readonly AllianceEvent[];

const allOf = (life: Life, type: string) => life.filter((event) => event.type === `alliance.${type}`);

function staysOf(life: Life): Stay[] {
  return life.reduce<Stay[]>((stays, { type, data: { members = [], member, beginsOn, on } }) => {
    if (type === 'alliance.founded' && beginsOn) return members.map((each) => ({ member: each, from: beginsOn }));
    if (type === 'alliance.member-joined' && on && typeof member === 'object') return [...stays, { member, from: on }];
    if (type !== 'alliance.member-left' || !on) return stays;
    return stays.map((stay) => (stay.to === undefined && stay.member.id === member ? { ...stay, to: on } : stay));
  }, []);
}

/** An alliance as it stands on a day, or by all that is known: it has begun and is not over, and so have its members. */
function standing(life: Life, id: string, asOf?: string): NaiveProject[] {
  const signedOn = allOf(life, 'founded')[0]?.data.beginsOn ?? '1000-01-01';
  const lastDay = allOf(life, 'dissolved')[0]?.data.on;
  const lasts = (from: string, to?: string) => (asOf === undefined ? to === undefined : from <= asOf && (to === undefined || asOf <= to));
  if (!lasts(signedOn, lastDay)) return [];
  const stays = staysOf(life).filter(({ from, to }) => lasts(from, to));
  const participants = stays.map(({ member, from }) => ({ party: member.id, region: member.region, amount: 0, placedOn: from }));
  return [{ project: id, signedOn, participants }];
}

/** What fell to whom in each period that is final. */
const shared =
  (what: 'tax' | 'output') =>
  (life: Life, id: string): NaiveProject[] =>
    allOf(life, 'statement-finalised').flatMap(({ data: { period, parts = [], totals } }) => {
      if (!period || !totals) return [];
      const participants = parts.map((part) => ({
        party: part.member,
        region: part.region,
        amount: part[what],
        currency: totals.currency,
      }));
      return [{ project: `${id} in ${period}`, signedOn: lastDayOf(period), participants }];
    });

const perRegion = perParticipation(byParticipation);
const amountOfPair = perPair(byParticipation);

const overSides = {
  alliances: { of: standing, things: perParticipation(byProject) },
  'alliance-members': { of: standing, things: perRegion },
  'cross-region-alliances': { of: standing, things: ofCrossRegion(perParticipation(byProject)) },
  'pair-alliances': { of: standing, things: perPair(byProject) },
  'shared-tax': { of: shared('tax'), things: perRegion },
  'shared-output': { of: shared('output'), things: perRegion },
  'pair-shared-tax': { of: shared('tax'), things: amountOfPair },
  'pair-shared-output': { of: shared('output'), things: amountOfPair },
};

/** The rows of a figure as `dimensions = value`, money with its currency. */
export function naiveAllianceRows(question: Question, lives: readonly Life[], agencyRegion: RegionCode): string[] {
  const { metric, filters } = question;
  const sides = overSides[metric.id as keyof typeof overSides] as (typeof overSides)[keyof typeof overSides] | undefined;
  if (!sides) return statementRows(question, lives, agencyRegion);
  const collaborations = lives.flatMap((life, place) => sides.of(life, String(place), filters.asOf));
  return countedBy({ [metric.id]: sides.things }, question, collaborations);
}

const states: Readonly<Record<string, string>> = {
  'alliance.period-stated': 'waiting',
  'alliance.statement-corrected': 'waiting',
  'alliance.statement-disputed': 'disputed',
  'alliance.statement-finalised': 'final',
};

function statementRows({ metric, by, filters }: Question, lives: readonly Life[], agencyRegion: RegionCode): string[] {
  const levels: readonly RegionLevel[] = filters.level
    ? [filters.level as RegionLevel]
    : by.includes('level')
      ? ['county', 'prefecture', 'province']
      : ['county'];
  const isMoney = metric.unit === 'money';
  const [first = '0000', last = first] = filters.year?.split('..') ?? ['0000', '9999'];
  const statements = lives.flatMap((life) => {
    const founded = allOf(life, 'founded')[0]?.data;
    const ofPeriods = [
      ...Map.groupBy(
        life.filter(({ type }) => type in states),
        ({ data }) => data.period ?? '',
      ).entries(),
    ];
    return ofPeriods.flatMap(([period, events]) =>
      levels.map((level) => {
        const { totals } = events.findLast(({ data }) => data.totals !== undefined)?.data ?? {};
        const state = states[events.at(-1)?.type ?? ''] ?? '';
        const region = regionAt(agencyRegion, level, founded?.beginsOn ?? '1000-01-01') ?? 'unknown';
        const dimensions: Record<string, string> = { year: period.slice(0, 4), level, region, state, field: founded?.field ?? 'unknown' };
        return { dimensions, currency: totals?.currency ?? '', value: isMoney && totals ? totals.tax + totals.output : 1 };
      }),
    );
  });
  const passing = statements.filter(
    ({ dimensions: { year = '', ...others }, currency }) =>
      year >= first &&
      year <= last &&
      (['region', 'state', 'field'] as const).every((name) => [others[name], undefined].includes(filters[name])) &&
      (filters.currency === undefined || filters.currency === currency),
  );
  const cells = Map.groupBy(passing, ({ dimensions, currency }) =>
    [...by.map((name) => dimensions[name]), ...(isMoney ? [currency] : [])].join(' '),
  );
  if (by.length === 0 && !isMoney && cells.size === 0) return [' = 0'];
  // Without a breakdown by level there is one level, so nothing is counted twice.
  return [...cells].map(([cell, members]) => `${cell} = ${members.reduce((sum, { value }) => sum + value, 0)}`);
}
