import { showcaseEvents } from '@xietong/contracts-projects';
import { agency, aggregate, command, create, directorOf, type EventOf, org, role, unreachable } from '@xietong/kernel';
import { z } from 'zod';
import { projectOf } from '../project/named-project.ts';
import { Decline, decline } from './decide/decline.ts';
import { Nominate, nominate } from './decide/nominate.ts';
import { Publish, publish } from './decide/publish.ts';
import { select } from './decide/select.ts';
import { Withdraw, withdraw } from './decide/withdraw.ts';
import { excerpt } from './excerpt.ts';
import { ShowcaseState, type Status } from './state.ts';

const registrarsDirector = directorOf((s: ShowcaseState) => s.registrar);

export const Showcase = aggregate('showcase', {
  state: ShowcaseState,
  events: showcaseEvents,
  evolve,
  agency: (s) => s.registrar,
  audience: (s) => [agency(s.registrar), ...s.participants.map(org)],
  excerpt,
  keys: {
    status: (s) => s.status,
    agency: (s) => s.registrar,
    title: (s) => s.title,
    year: (s) => ('year' in s ? s.year : undefined),
  },
  tags: {
    region: (s) => s.regions,
  },
  commands: {
    nominate: create(nominate, {
      input: Nominate,
      allow: role('officer'),
      gather: projectOf,
      // A project is nominated once: its showcase has its id.
      id: ({ project }) => project,
      emits: ['showcase.nominated'],
      refuses: ['project-unknown', 'project-unfinished', 'region-unknown'],
    }),
    select: command(select, {
      input: z.strictObject({}),
      allow: registrarsDirector,
      emits: ['showcase.selected'],
      refuses: ['not-nominated'],
    }),
    decline: command(decline, {
      input: Decline,
      allow: registrarsDirector,
      emits: ['showcase.declined'],
      refuses: ['not-nominated'],
    }),
    publish: command(publish, {
      input: Publish,
      allow: registrarsDirector,
      emits: ['showcase.published'],
      refuses: ['not-selected', 'report-year-wrong'],
    }),
    withdraw: command(withdraw, {
      input: Withdraw,
      allow: registrarsDirector,
      emits: ['showcase.withdrawn'],
      refuses: ['showcase-ended'],
    }),
  },
});

function evolve(showcase: ShowcaseState | undefined, event: EventOf<typeof showcaseEvents>): ShowcaseState {
  if (event.type === 'showcase.nominated') return { status: 'nominated', ...event.data };
  if (!showcase) throw new Error(`'${event.type}' of a showcase that was never nominated`);
  switch (event.type) {
    case 'showcase.selected':
      return { ...inState(showcase, 'nominated'), status: 'selected' };
    case 'showcase.declined':
      return { ...inState(showcase, 'nominated'), status: 'declined', reason: event.data.reason };
    case 'showcase.published':
      return { ...inState(showcase, 'selected'), status: 'published', year: event.data.year };
    case 'showcase.withdrawn':
      return { ...inState(showcase, 'nominated', 'selected', 'published'), status: 'withdrawn', reason: event.data.reason };
    default:
      return unreachable(event);
  }
}

// An event on a showcase in another state never happened: that is a fault in the history, not a refusal.
function inState<S extends Status>(showcase: ShowcaseState, ...statuses: S[]): Extract<ShowcaseState, { status: S }> {
  if (!statuses.some((status) => status === showcase.status)) {
    throw new Error(`the showcase is ${showcase.status}, not ${statuses.join(' or ')}`);
  }
  return showcase as Extract<ShowcaseState, { status: S }>;
}
