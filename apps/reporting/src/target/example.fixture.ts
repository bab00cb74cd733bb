import {
  targetAssessed,
  targetAssigned,
  type targetEvents,
  targetFellBehind,
  targetRevised,
  targetSet,
} from '@xietong/contracts-reporting';
import type { EventOf } from '@xietong/kernel';
import { clock, director, given, officer } from '@xietong/testing';
import type { Set } from './decide/set.ts';
import { Target } from './target.ts';

export const agency = 'CN-331082/kjj';
/** Tuesday, 10 February 2026, four in the afternoon at the agency. */
export const now = '2026-02-10T08:00:00.000Z' as const;
export const byDirector = { actor: director(agency), now } as const;
export const byOfficer = { actor: officer(agency), now } as const;

const period = { firstYear: 2026, lastYear: 2027 } as const;
/** As many projects of a county as there are days in the period, so that one a day is due. */
export const input = {
  ...{ number: '2026-03', title: '两年内合作项目 730 个', metric: 'projects', narrowing: { region: 'CN-331082' } },
  ...{ aim: 'at-least', ...period, value: 730, responsible: '成果转化科' },
} as const satisfies Set;
export const set = targetSet({ ...input, agency, unit: 'project', setOn: '2026-02-10' });
export const revised = targetRevised({ version: 2, ...period, value: 1460, reason: '省里下达的规划调整了目标' });
export const assigned = targetAssigned({ responsible: '规划科' });

/** The day after 31 March begins at this moment at the agency, that after 30 June at the next. */
export const ends = { q1: '2026-03-31T16:00:00.000Z', q2: '2026-06-30T16:00:00.000Z', q3: '2026-09-30T16:00:00.000Z' } as const;
export const watermark = 'CN-331082.kjj.projects:17.4.9';
export const found = (value?: number | string) => ({
  watermark,
  rows: value === undefined ? [] : [{ value, events: '/v1/figures/projects/events' }],
});
export const at = (moment: string, value?: number | string) => ({ actor: clock(), now: moment as typeof now, gathered: found(value) });

type Assessed = Parameters<typeof targetAssessed>[0];
export const assessed = (quarter: string, expected: number, actual: number, more: Partial<Assessed> = {}) =>
  targetAssessed({ quarter, version: 1, watermark, expected, actual, behind: actual < expected, ...more });
export const fellBehind = (quarter: string, expected: number, actual: number, quartersInARow: number) =>
  targetFellBehind({ quarter, version: 1, watermark, expected, actual, quartersInARow });

/** A target with this history, and its director before it. */
export const target = (...history: EventOf<typeof targetEvents>[]) => given(Target, history, byDirector);

const quarters = [2026, 2027].flatMap((year) => [1, 2, 3, 4].map((no) => `${year}-Q${no}`));
/** Every quarter of the period was assessed, and the target was never behind. */
export const ended = quarters.map((quarter) => assessed(quarter, 0, 730));
