import { Instant } from '@xietong/domain';
import {
  agency,
  aggregate,
  type AgencyRef,
  command,
  type Context,
  create,
  event,
  type EventOf,
  officerOf,
  refuse,
  role,
  unreachable,
} from '@xietong/kernel';
import { z } from 'zod';

export const doorHung = event('door.hung', 1, z.object({ owner: z.custom<AgencyRef>() }));
export const doorOpened = event('door.opened', 1, z.object({ degrees: z.int(), closesAt: Instant }));
export const doorClosed = event('door.closed', 1, z.object({}));
const events = [doorHung, doorOpened, doorClosed] as const;

const Door = z.strictObject({ owner: z.custom<AgencyRef>(), degrees: z.int().min(0).max(180), closesAt: Instant.optional() });
type Door = z.output<typeof Door>;

const Opening = z.strictObject({ degrees: z.int().min(1) });
type Opening = z.output<typeof Opening>;

const hang = (_: undefined, __: object, { actor }: Context) => (actor.agency ? [doorHung({ owner: actor.agency })] : refuse('no-agency'));
const open = (door: Door, { degrees }: Opening, { now }: Context) =>
  door.degrees > 0 ? refuse('open-already', { degrees: door.degrees }, 'degrees') : [doorOpened({ degrees, closesAt: now })];
const close = (door: Door) => (door.degrees === 0 ? refuse('closed-already') : [doorClosed({})]);

const evolve = (door: Door | undefined, happened: EventOf<typeof events>): Door => {
  if (happened.type === 'door.hung') return { owner: happened.data.owner, degrees: 0 };
  if (!door) throw new Error(`no door for ${happened.type}`);
  switch (happened.type) {
    case 'door.opened':
      return { ...door, ...happened.data };
    case 'door.closed':
      return { owner: door.owner, degrees: 0 };
    default:
      return unreachable(happened);
  }
};

/** A door that opens up to any angle, although its state has room for 180 degrees only. */
export const door = {
  state: Door,
  events,
  evolve,
  audience: (s: Door) => [agency(s.owner)],
  keys: { degrees: (s: Door) => s.degrees },
  due: (s: Door) => (s.closesAt ? { at: s.closesAt, command: 'close' as const } : undefined),
  commands: {
    hang: create(hang, { input: z.strictObject({}), allow: role('officer'), emits: ['door.hung'], refuses: ['no-agency'] }),
    open: command(open, { input: Opening, allow: officerOf((s) => s.owner), emits: ['door.opened'], refuses: ['open-already'] }),
    close: command(close, {
      input: z.strictObject({}),
      allow: officerOf((s) => s.owner),
      emits: ['door.closed'],
      refuses: ['closed-already'],
    }),
  },
};

export const DoorAggregate = aggregate('door', door);
