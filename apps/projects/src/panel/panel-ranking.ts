import { ApplicationId, Area, Axis, Hundredths } from '@xietong/contracts-projects';
import { type Actor, type Lookup, query, refuse, role } from '@xietong/kernel';
import { z } from 'zod';
import type { ApplicationState } from '../application/state.ts';
import { onTheTable } from './decide/shortlist.ts';
import { panelId } from './panel-id.ts';
import { axisMeans, type Judged } from './axis-means.ts';
import { rank } from './ranking.ts';
import { type PanelState, standingOf } from './state.ts';

const Row = z.strictObject({
  application: ApplicationId,
  title: z.string(),
  applicant: z.string(),
  status: z.string(),
  rank: z.int().optional().meta({ description: 'By the exact mean; equal means share a rank' }),
  mean: Hundredths.optional().meta({ description: 'Hundredths of a point' }),
  spread: Hundredths.meta({ description: 'Highest less lowest total, in hundredths of a point' }),
  reviews: z.int().meta({ description: 'Reviews that count' }),
  awaited: z.int().meta({ description: 'Reviews that the panel still waits for' }),
  lacksQuorum: z.boolean(),
  isFarApart: z.boolean(),
  isListed: z.boolean().meta({ description: 'The panel gave it a place, which it still has' }),
  axes: z
    .array(z.strictObject({ axis: Axis.shape.code, mean: Hundredths }))
    .meta({ description: 'The mean of the points on each axis of the call, in hundredths of a point; none where no review counts' }),
});

/** What a panel has before it: the applications of an area by their rank, and how many places it can still give. */
export const panelRanking = query('panel-ranking', {
  path: '/v1/calls/{call}/areas/{area}/ranking',
  input: z.strictObject({ call: z.string().min(1).max(100), area: Area.shape.code }),
  output: z.strictObject({
    call: z.string(),
    area: z.string(),
    quota: z.int(),
    places: z.int().meta({ description: 'Places that are free: so many of those that can still be chosen lie above the line' }),
    items: z.array(Row),
  }),
  allow: role('officer', 'director'),
  refuses: ['call-unknown', 'area-unknown'],
  table: { rows: 'items' },
});

type Asked = z.output<(typeof panelRanking)['input']>;

/** Before the panel, and all that it has decided on: a draft, or what was not found eligible, is not there. */
const ranked: readonly ApplicationState['status'][] = ['eligible', 'shortlisted', 'publicised', 'approved', 'refused'];

/** The answer to the query, from the service's own documents. */
export const answerRanking = (look: Lookup) => async (asked: Asked, actor: Actor) => {
  const [{ call, applications, reviews }, panel] = await Promise.all([
    onTheTable(look, asked),
    look.find('panels', panelId(asked)) as Promise<PanelState | undefined>,
  ]);
  // To the staff of another agency the panel is not there.
  if (!call || call.agency !== actor.agency) return refuse('call-unknown', {}, 'call');
  const quota = call.areas.find(({ code }) => code === asked.area)?.quota;
  if (quota === undefined) return refuse('area-unknown', { areas: call.areas.map(({ code }) => code) }, 'area');
  const states = new Map(applications.map(({ id, state }) => [id, state as ApplicationState]));
  const before = [...states].filter(([, { status }]) => ranked.includes(status)).map(([id]) => id);
  const judged = reviews.map(({ state }) => state as Judged);
  const byApplication = Map.groupBy(judged, ({ application }) => application);
  const listed = new Set(panel ? standingOf(panel, (one) => states.get(one)?.status) : []);
  const items = rank(before, judged, call.scoring).map(({ totals, open: awaited, ...place }) => ({
    ...place,
    ...factsOf(states.get(place.application)),
    reviews: totals.length,
    awaited,
    isListed: listed.has(place.application),
    axes: axisMeans(byApplication.get(place.application) ?? [], call.scoring),
  }));
  return { ...asked, quota, places: Math.max(0, quota - listed.size), items };
};

function factsOf(application: ApplicationState | undefined) {
  if (!application) throw new Error('only what was found is ranked');
  const { status, applicant, content } = application;
  return { status, applicant, title: content.title ?? '' };
}
