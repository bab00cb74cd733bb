import { dayAt, liesIn, type LocalDate, regionAt, type RegionCode, type RegionLevel, timeZoneOf } from '@xietong/domain';
import type { Question } from '../metrics/question.ts';
import type { ProgrammeEvent } from './arbitrary-programme.ts';

// The definitions of the catalogue computed word by word from the lives of applications and projects, with nothing of what events tell.

/** What is counted of one life: under which year, in which state, how much. */
interface Thing {
  readonly date: LocalDate;
  readonly state?: string;
  readonly amount?: number;
  readonly currency?: string;
}

interface Life {
  readonly id: string;
  readonly events: readonly ProgrammeEvent[];
  readonly agencyRegion: RegionCode;
}

const dayOf = ({ agencyRegion }: Life, { time }: ProgrammeEvent): LocalDate => dayAt(time, timeZoneOf(agencyRegion));
const newestOf = ({ events }: Life, ...types: string[]): ProgrammeEvent | undefined => events.findLast(({ type }) => types.includes(type));
const allOf = ({ events }: Life, ...types: string[]): ProgrammeEvent[] => events.filter(({ type }) => types.includes(type));

const under = (date: LocalDate | undefined, rest: Omit<Thing, 'date'> = {}): Thing[] => (date === undefined ? [] : [{ date, ...rest }]);
const onDay = (life: Life, event: ProgrammeEvent | undefined, rest: Omit<Thing, 'date'> = {}): Thing[] =>
  event ? under(dayOf(life, event), rest) : [];

const decided = ['application.approved', 'application.refused'];
const decisions = (life: Life): Thing[] => {
  const event = newestOf(life, ...decided, 'application.declared-ineligible');
  return event ? onDay(life, event, { state: event.type }) : [];
};
const timesOfDecision = (life: Life): Thing[] => {
  const event = newestOf(life, ...decided);
  if (!event) return [];
  const { late, usedWorkingDays } = event.data;
  return onDay(life, event, { state: late ? 'late' : 'in-time', ...(usedWorkingDays !== undefined && { amount: usedWorkingDays }) });
};

const states: Readonly<Record<string, string>> = {
  'project.registered': 'registered',
  'project.plan-set': 'active',
  'project.suspended': 'suspended',
  'project.resumed': 'active',
  'project.exited': 'exited',
  'project.completed': 'completed',
  'project.accepted': 'completed',
};

function stateOf(life: Life, asOf?: string): Thing[] {
  const changes = allOf(life, ...Object.keys(states)).flatMap((event) => {
    const { signedOn, acceptedOn } = event.data;
    const named = { 'project.registered': signedOn, 'project.accepted': acceptedOn }[event.type];
    return under(named ?? dayOf(life, event), { state: states[event.type] ?? '' });
  });
  return [changes.findLast(({ date }) => asOf === undefined || date <= asOf) ?? []].flat();
}

function lagOf(life: Life, asOf?: string): Thing[] {
  const reports = allOf(life, 'project.progress-reported').flatMap(({ data: { on, plannedBasisPoints = 0, actualBasisPoints = 0 } }) => {
    const points = (plannedBasisPoints - actualBasisPoints) / 100;
    const state = points <= 0 ? 'not-behind' : points <= 10 ? 'behind-to-10' : points <= 20 ? 'behind-to-20' : 'behind-beyond-20';
    return under(on, { state });
  });
  const isActive = stateOf(life, asOf).some(({ state }) => state === 'active');
  return isActive ? [reports.findLast(({ date }) => asOf === undefined || date <= asOf) ?? []].flat() : [];
}

// A late answer is counted by its escalation.
const warningEnds = (life: Life): Thing[] =>
  allOf(life, 'project.warning-answered', 'project.warning-escalated')
    .filter(({ data }) => data.late !== true)
    .flatMap((event) => onDay(life, event, { state: event.type === 'project.warning-answered' ? 'in-time' : 'escalated' }));

const followUps =
  (amountOf: (data: ProgrammeEvent['data']) => Omit<Thing, 'date'> | undefined) =>
  (life: Life): Thing[] =>
    [...Map.groupBy(allOf(life, 'project.followed-up'), ({ data }) => data.no).values()].flatMap((reports) => {
      const newest = reports.at(-1);
      return newest ? onDay(life, newest, amountOf(newest.data)) : [];
    });

const once = (life: Life, type: string): Thing[] => allOf(life, type).flatMap((event) => onDay(life, event));

const thingsOf: Readonly<Record<string, (life: Life, asOf?: string) => Thing[]>> = {
  applications: (life) => under(newestOf(life, 'application.submitted')?.data.countedFrom),
  'approved-applications': (life) => decisions(life).filter(({ state }) => state === 'application.approved'),
  'refused-applications': (life) => decisions(life).filter(({ state }) => state === 'application.refused'),
  'ineligible-applications': (life) => decisions(life).filter(({ state }) => state === 'application.declared-ineligible'),
  'approval-rate': decisions,
  'days-to-decision': (life) => timesOfDecision(life).filter(({ amount }) => amount !== undefined),
  'decisions-in-time': timesOfDecision,
  'project-states': stateOf,
  'warned-projects': (life) => once(life, 'project.warned'),
  'assisted-projects': (life) =>
    [...Map.groupBy(allOf(life, 'project.assisted'), ({ data }) => data.no).values()].flatMap((same) => onDay(life, same.at(-1))),
  'exited-projects': (life) => stateOf(life).filter(({ state }) => state === 'exited'),
  'accepted-projects': (life) => under(newestOf(life, 'project.accepted')?.data.acceptedOn),
  'project-lag': lagOf,
  'warnings-in-time': warningEnds,
  'lead-region-share': (life) => under(newestOf(life, 'project.registered', 'project.participants-amended')?.data.signedOn),
  'follow-up-revenue': followUps(({ revenue }) => revenue),
  'follow-up-jobs': followUps(({ jobs }) => ({ amount: jobs })),
  'follow-up-co2': followUps(({ co2SavedKg }) => ({ amount: co2SavedKg })),
};

/** Where a life lies, by the divisions of which day, and what it is about. */
function placeOf(life: Life): { region: RegionCode | undefined; date: LocalDate; field: string } {
  const { content, countedFrom, participants, signedOn } =
    newestOf(life, 'application.submitted', 'project.registered', 'project.participants-amended')?.data ?? {};
  const lead = (content?.parties ?? participants ?? []).find(({ role }) => role === 'lead');
  const field = content?.area ?? newestOf(life, 'project.registered')?.data.field ?? 'unknown';
  return { region: lead?.organisation.region, date: countedFrom ?? signedOn ?? '1000-01-01', field };
}

const stocks = ['project-states', 'project-lag'];
const shares: Readonly<Record<string, string>> = {
  'approval-rate': 'application.approved',
  'decisions-in-time': 'in-time',
  'warnings-in-time': 'in-time',
  'lead-region-share': 'within',
};
const sums = ['follow-up-revenue', 'follow-up-jobs', 'follow-up-co2'];

/** The rows of a figure as `dimensions = value`, money with its currency. */
export function naiveProgrammeRows({ metric: { id }, by, filters }: Question, lives: readonly Life[]): string[] {
  const levels = filters.level
    ? [filters.level as RegionLevel]
    : by.includes('level')
      ? (['county', 'prefecture', 'province'] as const)
      : ['county' as const];
  const [first = '0000', last = first] = filters.year?.split('..') ?? ['0000', '9999'];
  const things = lives.flatMap((life) => {
    const place = placeOf(life);
    const within = filters.within?.split(',').some((wider) => place.region && liesIn(place.region, wider as RegionCode, place.date));
    return levels.flatMap((level) =>
      (thingsOf[id]?.(life, filters.asOf) ?? []).map((thing) => {
        const year = (stocks.includes(id) ? place.date : thing.date).slice(0, 4);
        const region = (place.region && regionAt(place.region, level, place.date)) ?? 'unknown';
        const dimensions: Record<string, string> = { year, region, field: place.field, level, state: thing.state ?? '' };
        return { ...thing, dimensions, life: life.id, isOfShare: shares[id] === 'within' ? within === true : thing.state === shares[id] };
      }),
    );
  });
  const passing = things.filter(
    ({ dimensions: { year = '', region, field, state }, currency }) =>
      year >= first &&
      year <= last &&
      [region, undefined].includes(filters.region) &&
      [field, undefined].includes(filters.field) &&
      [state, undefined].includes(filters.state) &&
      (filters.currency === undefined || filters.currency === currency),
  );
  const cells = Map.groupBy(passing, ({ dimensions, currency }) =>
    [...by.map((name) => dimensions[name]), ...(id === 'follow-up-revenue' ? [currency] : [])].join(' '),
  );
  const isNoneOfNothing = id in shares || id === 'days-to-decision' || id === 'follow-up-revenue';
  if (by.length === 0 && cells.size === 0 && !isNoneOfNothing) return [' = 0'];
  return [...cells].map(([cell, members]) => `${cell} = ${valueOf(id, members)}`);
}

function valueOf(id: string, members: readonly (Thing & { readonly life: string; readonly isOfShare: boolean })[]): number {
  if (id in shares) return Math.round((10_000 * members.filter(({ isOfShare }) => isOfShare).length) / members.length);
  const amounts = members.map(({ amount = 0 }) => amount);
  if (sums.includes(id)) return amounts.reduce((sum, amount) => sum + amount, 0);
  if (id === 'days-to-decision') return amounts.toSorted((one, other) => one - other)[Math.ceil(amounts.length / 2) - 1] ?? 0;
  return new Set(members.map(({ life }) => life)).size;
}
