import {
  type AgencyRef,
  agency,
  aggregate,
  command,
  type Context,
  create,
  event,
  type EventOf,
  officerOf,
  role,
  service,
  unreachable,
} from '@xietong/kernel';
import { z } from 'zod';

/** The smallest service whose command carries a body of 1 KB, as the bare server does. */
const Body = z.strictObject({ text: z.string(), tags: z.array(z.string()), serial: z.int() });
const Sheet = z.strictObject({ owner: z.custom<AgencyRef>((value) => typeof value === 'string'), body: Body });
type Sheet = z.output<typeof Sheet>;

const recordWritten = event('record.written', 1, Sheet);
const recordRevised = event('record.revised', 1, Body);
const events = [recordWritten, recordRevised] as const;

function evolve(state: Sheet | undefined, happened: EventOf<typeof events>): Sheet {
  switch (happened.type) {
    case 'record.written':
      return happened.data;
    case 'record.revised':
      return { ...(state as Sheet), body: happened.data };
    default:
      return unreachable(happened);
  }
}

const write = (_: undefined, body: z.output<typeof Body>, { actor }: Context) => [
  recordWritten({ owner: actor.agency as AgencyRef, body }),
];
const revise = (_: Sheet, body: z.output<typeof Body>) => [recordRevised(body)];

export const records = service('records', {
  aggregates: [
    aggregate('record', {
      state: Sheet,
      events,
      evolve,
      audience: (s) => [agency(s.owner)],
      keys: { serial: (s) => s.body.serial },
      commands: {
        write: create(write, { input: Body, allow: role('officer'), emits: ['record.written'], refuses: [] }),
        revise: command(revise, { input: Body, allow: officerOf((s) => s.owner), emits: ['record.revised'], refuses: [] }),
      },
    }),
  ],
  problems: {},
});

/** A body of about 1 KB. */
export const bodyOf = (n: number): z.output<typeof Body> => ({ text: `${n} `.padEnd(900, 'x'), tags: ['bench', 'record'], serial: n });
