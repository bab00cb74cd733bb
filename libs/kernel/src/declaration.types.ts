// Checked by `tsc`, run by nobody: each sentence that begins with `@ts-expect-error` is a mistake that must not compile.
// What stands around them are the same declarations without the mistake, so that no error hides behind another.
import { z } from 'zod';
import {
  agency,
  aggregate,
  type AgencyRef,
  aReaction,
  applicantOf,
  command,
  type Context,
  create,
  directorOf,
  earlier,
  either,
  event,
  type EventOf,
  officerOf,
  query,
  reaction,
  refuse,
  role,
  service,
  theClock,
  unreachable,
} from './index.ts';

const boxOpened = event('box.opened', 1, z.strictObject({ by: z.string() }));
const boxClosed = event('box.closed', 1, z.strictObject({ reason: z.string() }));
const events = [boxOpened, boxClosed] as const;
type BoxEvent = EventOf<typeof events>;

const Box = z.strictObject({ owner: z.custom<AgencyRef>(), users: z.array(z.string()), status: z.enum(['open', 'closed']) });
type Box = z.output<typeof Box>;
const Closing = z.strictObject({ reason: z.string() });
type Closing = z.output<typeof Closing>;

const open = (_: undefined, __: object, { actor }: Context) => [boxOpened({ by: actor.id })];
const close = (box: Box, { reason }: Closing) => (box.status === 'closed' ? refuse('closed-already') : [boxClosed({ reason })]);
const closeUnlessWatched = (_: Box, { reason }: Closing, { gathered }: Context<{ watchers: number }>) =>
  gathered.watchers > 0 ? refuse('watched') : [boxClosed({ reason })];
const newBox: Box = { owner: 'NO-03/rcn', users: [], status: 'open' };
const evolve = (box: Box | undefined, happened: BoxEvent): Box => {
  switch (happened.type) {
    case 'box.opened':
      return newBox;
    case 'box.closed':
      return { ...(box ?? newBox), status: 'closed' };
    default:
      return unreachable(happened);
  }
};

const opening = create(open, { input: z.strictObject({}), allow: role('officer'), emits: ['box.opened'], refuses: [] });
const closing = command(close, {
  input: Closing,
  allow: either(
    officerOf((s) => s.owner),
    either(
      directorOf((s) => s.owner),
      applicantOf((s) => s.users),
    ),
  ),
  emits: ['box.closed'],
  refuses: ['closed-already'],
});
const closingAtNight = command(close, {
  input: Closing,
  allow: either(theClock, aReaction),
  emits: ['box.closed'],
  refuses: ['closed-already'],
});
const closingUnlessWatched = command(closeUnlessWatched, {
  input: Closing,
  allow: role('officer'),
  emits: ['box.closed'],
  refuses: ['watched'],
  gather: async (look, { reason }, { owner }) => ({ watchers: (await look.find('watches', `${owner} ${reason}`)) ? 1 : 0 }),
});
const box = {
  collection: 'boxes',
  state: Box,
  events,
  evolve,
  audience: (s: Box) => [agency(s.owner)],
  keys: { status: (s: Box) => s.status },
  commands: { open: opening, close: closing, closeAtNight: closingAtNight, closeUnlessWatched: closingUnlessWatched },
};
const Boxes = aggregate('box', {
  ...box,
  due: (s) => (s.status === 'open' ? { at: '2026-01-01T00:00:00.000Z', command: 'close' } : undefined),
});
service('boxes', { aggregates: [Boxes], problems: {} });
aggregate('box', {
  ...box,
  commands: {
    open: create(open, { input: z.strictObject({}), allow: role('officer'), emits: ['box.opened'], refuses: [] }),
    close: command(close, { input: Closing, allow: officerOf((s) => s.owner), emits: ['box.closed'], refuses: ['closed-already'] }),
    closeUnlessWatched: command(closeUnlessWatched, {
      input: Closing,
      allow: officerOf((s) => s.owner),
      emits: ['box.closed'],
      refuses: ['watched'],
      gather: async () => ({ watchers: 1 }),
    }),
  },
});

// Rows of the command table.

// @ts-expect-error a command says who may give it
command(close, { input: Closing, emits: ['box.closed'], refuses: ['closed-already'] });

// @ts-expect-error so does a create
create(open, { input: z.strictObject({}), emits: ['box.opened'], refuses: [] });

// @ts-expect-error so does a query
query('boxes', { path: '/boxes', input: z.strictObject({}), output: Box, refuses: [] });

// @ts-expect-error a rule returns no event outside `emits`
command(close, { input: Closing, allow: role('officer'), emits: ['box.opened'], refuses: ['closed-already'] });

// @ts-expect-error a create returns no event outside `emits` either
create(open, { input: z.strictObject({}), allow: role('officer'), emits: ['box.closed'], refuses: [] });

// @ts-expect-error a rule refuses for no reason outside `refuses`
command(close, { input: Closing, allow: role('officer'), emits: ['box.closed'], refuses: ['too-late'] });

// @ts-expect-error the input that the row parses is the input that the rule takes
command(close, {
  input: z.strictObject({ cause: z.string() }),
  allow: role('officer'),
  emits: ['box.closed'],
  refuses: ['closed-already'],
});

// @ts-expect-error a rule that needs what was gathered has a row that gathers it
command(closeUnlessWatched, { input: Closing, allow: role('officer'), emits: ['box.closed'], refuses: ['watched'] });

aggregate('box', {
  ...box,
  commands: {
    // @ts-expect-error also where the row stands within its aggregate
    closeUnlessWatched: command(closeUnlessWatched, {
      input: Closing,
      allow: role('officer'),
      emits: ['box.closed'],
      refuses: ['watched'],
    }),
  },
});

command(closeUnlessWatched, {
  input: Closing,
  allow: role('officer'),
  emits: ['box.closed'],
  refuses: ['watched'],
  // @ts-expect-error the row gathers what the rule needs, not something else
  gather: async () => ({ guards: 1 }),
});

// Who may do it.

// @ts-expect-error a role is one of the realm's
role('janitor');

command(close, {
  input: Closing,
  // @ts-expect-error the owner is a field of the state
  allow: officerOf((s) => s.keeper),
  emits: ['box.closed'],
  refuses: ['closed-already'],
});

command(close, {
  input: Closing,
  // @ts-expect-error the owner is a field that names an agency
  allow: officerOf((s) => s.status),
  emits: ['box.closed'],
  refuses: ['closed-already'],
});

create(open, {
  input: z.strictObject({}),
  // @ts-expect-error nobody owns what does not exist yet
  allow: officerOf((s: Box) => s.owner),
  emits: ['box.opened'],
  refuses: [],
});

// The aggregate around the rows.

// @ts-expect-error the command that is due is one of the aggregate's own
aggregate('box', { ...box, due: () => ({ at: '2026-01-01T00:00:00.000Z', command: 'burn' }) });

const dues = { names: ['closeBy'], title: ({ owner }: Box) => owner } as const;
aggregate('box', { ...box, deadlines: { ...dues, of: () => [{ name: 'closeBy', at: '2026-01-01T00:00:00.000Z' }] } });
// @ts-expect-error a deadline bears one of the names that its aggregate tells
aggregate('box', { ...box, deadlines: { ...dues, of: () => [{ name: 'openBy', at: '2026-01-01T00:00:00.000Z' }] } });

aggregate('box', {
  ...box,
  events: [boxOpened],
  evolve: () => newBox,
  // @ts-expect-error a row emits what its aggregate declares
  commands: { close: closing },
});

const lidLifted = event('lid.lifted', 1, z.strictObject({}));
const lift = (lid: { weight: number }) => (lid.weight > 9 ? refuse('too-heavy') : [lidLifted({})]);
const lifting = command(lift, { input: z.strictObject({}), allow: role('officer'), emits: ['lid.lifted'], refuses: ['too-heavy'] });
aggregate('box', {
  ...box,
  events: [...events, lidLifted],
  evolve: () => newBox,
  // @ts-expect-error a row decides on the state of the aggregate it stands in
  commands: { lift: lifting },
});

// @ts-expect-error a rule without its row is no command
aggregate('box', { ...box, commands: { close } });

// @ts-expect-error a document is found by its own fields
aggregate('box', { ...box, keys: { colour: (s) => s.colour } });

// @ts-expect-error what it is sorted by is a text or a number
aggregate('box', { ...box, keys: { users: (s) => s.users } });

// @ts-expect-error a tag is a list
aggregate('box', { ...box, tags: { status: (s) => s.status } });

// @ts-expect-error the audience is spoken of in the words of `agency`, `org` and `everyone`
aggregate('box', { ...box, audience: (s) => [s.owner] });

// @ts-expect-error every fold ends in a state
aggregate('box', { ...box, evolve: (s) => s });

aggregate('box', {
  ...box,
  evolve: (_: Box | undefined, happened: BoxEvent) => {
    switch (happened.type) {
      case 'box.opened':
        return newBox;
      default:
        // @ts-expect-error a fold that forgets an event does not get past `unreachable`
        return unreachable(happened);
    }
  },
});

// Events and what follows from them.

// @ts-expect-error an event is named noun.past-participle
event('opened', 1, z.strictObject({}));

// @ts-expect-error an event holds what its schema says
boxClosed({ cause: 'rain' });

const ClosedByNow = z.strictObject({ reason: z.string(), by: z.string() });
event('box.closed', 2, ClosedByNow, { earlier: earlier(boxClosed, ({ reason }) => ({ reason, by: 'unknown' })) });

// @ts-expect-error what was stored in an earlier version is raised to all that today's says
event('box.closed', 2, ClosedByNow, { earlier: earlier(boxClosed, ({ reason }) => ({ reason })) });

// @ts-expect-error the version before has its own fields
event('box.closed', 2, ClosedByNow, { earlier: earlier(boxClosed, ({ cause }) => ({ reason: cause, by: 'unknown' })) });

const rainBegun = event('rain.begun', 1, z.strictObject({ box: z.string() }));
reaction('close on rain', {
  context: 'weather',
  on: rainBegun,
  aggregate: Boxes,
  command: 'close',
  // @ts-expect-error a reaction reads the fields of its own event
  orders: ({ data }) => [{ id: data.bucket, input: {} }],
});

// @ts-expect-error every refusal has its row in the problem table, so there is a table
service('boxes', { aggregates: [Boxes] });
