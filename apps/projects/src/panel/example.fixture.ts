import { callPublished, panelShortlisted, reviewScored } from '@xietong/contracts-projects';
import type { EventOf } from '@xietong/kernel';
import { director, given, stateAfter } from '@xietong/testing';
import {
  approved,
  callId,
  drafted,
  eligible,
  inPublicity,
  refused,
  shortlisted,
  submitted,
  withdrawn,
} from '../application/example.fixture.ts';
import { Application } from '../application/application.ts';
import { agency, closed, publication, terms } from '../call/example.fixture.ts';
import { Call } from '../call/call.ts';
import { accepted, assessment, invited } from '../review/example.fixture.ts';
import { Review } from '../review/review.ts';
import type { OnTheTable } from './decide/shortlist.ts';
import { Panel } from './panel.ts';

export { agency, callId };
export const area = 'smart-manufacturing';
export const now = '2026-04-20T08:00:00.000Z' as const;

const stateOf = {
  eligible: stateAfter(Application, [drafted, submitted, eligible]),
  submitted: stateAfter(Application, [drafted, submitted]),
  shortlisted: stateAfter(Application, [drafted, submitted, eligible, shortlisted]),
  publicised: stateAfter(Application, inPublicity),
  approved: stateAfter(Application, [...inPublicity, approved]),
  refused: stateAfter(Application, [drafted, submitted, eligible, refused]),
  withdrawn: stateAfter(Application, [drafted, submitted, withdrawn]),
};
export const applications = (statuses: Readonly<Record<string, keyof typeof stateOf>>) =>
  Object.entries(statuses).map(([id, status]) => ({ id, state: stateOf[status] }));

const reviewOf = (application: string, ...history: EventOf<typeof Review.events>[]) => ({
  id: `${application}.expert`,
  state: { ...stateAfter(Review, [invited, ...history]), application },
});
/** Reviews of an application with these totals, in hundredths of a point. */
export const scoredWith = (application: string, ...totals: number[]) =>
  totals.map((total) => reviewOf(application, accepted, reviewScored({ ...assessment, total })));
export const awaited = (application: string) => reviewOf(application);

/** Two places in the area, and two reviews make the quorum. */
const areas = [{ ...(terms.areas[0] ?? { code: area, title: area }), quota: 2 }, ...terms.areas.slice(1)];
export const openCall = stateAfter(Call, [
  callPublished({ agency, rules: '2025', ...publication, areas, scoring: { ...terms.scoring, quorum: 2 } }),
]);
const call = Call.evolve(openCall, closed);

/** `best` before `good` before `fair`, all of them to be decided on. */
export const table: OnTheTable = {
  call,
  applications: applications({ best: 'eligible', good: 'eligible', fair: 'eligible' }),
  reviews: [...scoredWith('best', 90_00, 85_00), ...scoredWith('good', 80_00, 80_00), ...scoredWith('fair', 70_00, 60_00)],
};
export const byDirector = { actor: director(agency), now, gathered: table } as const;
export const choice = { call: callId, area, applications: ['best', 'good'] };
export const decision = panelShortlisted({
  call: callId,
  agency,
  area,
  quota: 2,
  applications: [
    { application: 'best', totals: [90_00, 85_00] },
    { application: 'good', totals: [80_00, 80_00] },
  ],
});

/** A panel with these decisions, and its agency's director before it; around it what lies on the table. */
export const panel = (around: Partial<OnTheTable> = {}, ...history: EventOf<typeof Panel.events>[]) =>
  given(Panel, history, { ...byDirector, gathered: { ...table, ...around } });
