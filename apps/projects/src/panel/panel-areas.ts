import { Area } from '@xietong/contracts-projects';
import { type Actor, type Lookup, query, refuse, role } from '@xietong/kernel';
import { z } from 'zod';
import type { ApplicationState } from '../application/state.ts';
import type { CallState } from '../call/state.ts';
import { isOpen, type ReviewState } from '../review/state.ts';
import { panelId } from './panel-id.ts';
import { type PanelState, standingOf } from './state.ts';

/** How far the panels of a call are: of each area its quota, the places that are free, and what is still to be decided on or awaited. */
export const panelAreas = query('panel-areas', {
  path: '/v1/calls/{call}/areas',
  input: z.strictObject({ call: z.string().min(1).max(100) }),
  output: z.strictObject({
    call: z.string(),
    items: z.array(
      z.strictObject({
        ...Area.shape,
        places: z.int().meta({ description: 'Places that are free' }),
        eligible: z.int().meta({ description: 'Applications that were found eligible and are not decided on' }),
        awaited: z.int().meta({ description: 'Reviews of those that are awaited; while there are any, the panel cannot decide' }),
      }),
    ),
  }),
  allow: role('officer', 'director'),
  refuses: ['call-unknown'],
  table: { rows: 'items' },
});

type Asked = z.output<(typeof panelAreas)['input']>;

/** The answer to the query, from the service's own documents. */
export const answerAreas =
  (look: Lookup) =>
  async ({ call: id }: Asked, actor: Actor) => {
    const call = (await look.find('calls', id)) as CallState | undefined;
    // To the staff of another agency the panels are not there.
    if (!call || call.agency !== actor.agency) return refuse('call-unknown', {}, 'call');
    return { call: id, items: await Promise.all(call.areas.map((area) => standOf(look, id, area))) };
  };

async function standOf(look: Lookup, call: string, area: Area) {
  const id = panelId({ call, area: area.code });
  const [applications, reviews, panel] = await Promise.all([
    look.list('applications', 'panel', [id], ['status']),
    look.list('reviews', 'panel', [id], ['application', 'status']),
    look.find('panels', id) as Promise<PanelState | undefined>,
  ]);
  const statuses = new Map(applications.map((found) => [found.id, (found.state as ApplicationState).status]));
  const listed = new Set(panel ? standingOf(panel, (one) => statuses.get(one)) : []);
  const eligible = new Set([...statuses].flatMap(([one, status]) => (status === 'eligible' && !listed.has(one) ? [one] : [])));
  const awaited = reviews.filter(({ state }) => isOpen(state as ReviewState) && eligible.has((state as ReviewState).application));
  return { ...area, places: Math.max(0, area.quota - listed.size), eligible: eligible.size, awaited: awaited.length };
}
