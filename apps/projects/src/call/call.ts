import { callEvents, idUnder } from '@xietong/contracts-projects';
import {
  aggregate,
  command,
  create,
  directorOf,
  either,
  type EventOf,
  everyone,
  officerOf,
  role,
  theClock,
  unreachable,
} from '@xietong/kernel';
import { Amend, amend } from './decide/amend.ts';
import { Close, close } from './decide/close.ts';
import { Publish, publish } from './decide/publish.ts';
import { CallState } from './state.ts';

const termsRefused = [
  'closes-before-it-opens',
  'publicity-too-short',
  'no-quota',
  'region-unknown',
  'code-repeated',
  'weights-not-whole',
] as const;

export const Call = aggregate('call', {
  state: CallState,
  events: callEvents,
  evolve,
  audience: () => [everyone],
  keys: {
    status: (s) => s.status,
    agency: (s) => s.agency,
    number: (s) => s.number,
    title: (s) => s.title,
    programme: (s) => s.programme,
    opensAt: (s) => s.opensAt,
    closesAt: (s) => s.closesAt,
  },
  tags: {
    area: (s) => s.areas.map(({ code }) => code),
  },
  due: (s) => (s.status === 'published' ? { at: s.closesAt, command: 'close' } : undefined),
  deadlines: {
    names: ['closesAt'],
    title: (s) => s.title,
    of: (s) => (s.status === 'published' ? [{ name: 'closesAt', at: s.closesAt }] : []),
  },
  commands: {
    publish: create(publish, {
      input: Publish,
      allow: role('officer', 'director'),
      // Who acts for no agency is refused by the rule, whatever the id.
      id: ({ number }, { agency = 'no/agency' }) => idUnder(agency, number),
      emits: ['call.published'],
      refuses: ['no-agency', 'closes-in-the-past', ...termsRefused],
    }),
    amend: command(amend, {
      input: Amend,
      allow: officerOf((s) => s.agency),
      emits: ['call.amended'],
      refuses: ['call-closed', 'nothing-amended', 'closes-in-the-past', 'call-open', ...termsRefused],
    }),
    close: command(close, {
      input: Close,
      allow: either(
        directorOf((s: CallState) => s.agency),
        theClock,
      ),
      emits: ['call.closed'],
      refuses: ['call-closed', 'reason-needed'],
    }),
  },
});

function evolve(call: CallState | undefined, event: EventOf<typeof callEvents>): CallState {
  if (event.type === 'call.published') return { status: 'published', ...event.data, amendments: [] };
  if (call?.status !== 'published') throw new Error(`'${event.type}' of a call that is ${call?.status ?? 'not there'}`);
  switch (event.type) {
    case 'call.amended': {
      const { reason, ...terms } = event.data;
      const { status, agency, number, rules, amendments } = call;
      return { status, agency, number, rules, ...terms, amendments: [...amendments, { reason }] };
    }
    case 'call.closed':
      return { ...call, status: 'closed', closing: event.data };
    default:
      return unreachable(event);
  }
}
