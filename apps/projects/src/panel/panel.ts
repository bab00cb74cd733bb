import { panelEvents } from '@xietong/contracts-projects';
import { agency, aggregate, command, create, directorOf, type EventOf, type Lookup, role } from '@xietong/kernel';
import { onTheTable, Shortlist, shortlist, ShortlistFurther, shortlistFurther } from './decide/shortlist.ts';
import { panelId } from './panel-id.ts';
import { PanelState } from './state.ts';

const refusedAnyway = [
  'call-unknown',
  'call-still-open',
  'area-unknown',
  'application-repeated',
  'not-eligible',
  'quota-exceeded',
  'reviews-awaited',
  'quorum-missing',
  'reasons-needed',
] as const;

export const Panel = aggregate('panel', {
  state: PanelState,
  events: panelEvents,
  evolve,
  agency: (s) => s.agency,
  audience: (s) => [agency(s.agency)],
  keys: {
    call: (s) => s.call,
    agency: (s) => s.agency,
    area: (s) => s.area,
  },
  commands: {
    shortlist: create(shortlist, {
      input: Shortlist,
      allow: role('director'),
      gather: onTheTable,
      id: panelId,
      emits: ['panel.shortlisted'],
      refuses: refusedAnyway,
    }),
    shortlistFurther: command(shortlistFurther, {
      input: ShortlistFurther,
      allow: directorOf((s: PanelState) => s.agency),
      gather: (look: Lookup, _, state: PanelState) => onTheTable(look, state),
      emits: ['panel.shortlisted'],
      refuses: ['shortlisted-already', ...refusedAnyway],
    }),
  },
});

// Every decision is one event: all places that the panel gives lie in one document, and so within the quota.
function evolve(panel: PanelState | undefined, { data }: EventOf<typeof panelEvents>): PanelState {
  const { applications, reasons, ...place } = data;
  const decision = { applications, ...(reasons === undefined ? {} : { reasons }) };
  return { ...place, decisions: [...(panel?.decisions ?? []), decision] };
}
