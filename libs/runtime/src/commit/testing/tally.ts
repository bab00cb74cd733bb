import {
  type AgencyRef,
  agency,
  aggregate,
  aReaction,
  command,
  type Context,
  create,
  either,
  event,
  type EventOf,
  officerOf,
  refuse,
  role,
  service,
  theClock,
  unreachable,
} from '@xietong/kernel';
import { z } from 'zod';

// A tally sheet: small enough to read at once, and every command leaves a trace that can be counted.

const Tally = z.strictObject({ owner: z.custom<AgencyRef>((value) => typeof value === 'string'), sum: z.int(), closed: z.boolean() });
type Tally = z.output<typeof Tally>;

const tallyBegun = event('tally.begun', 1, z.strictObject({ owner: Tally.shape.owner }));
const tallyAdded = event('tally.added', 1, z.strictObject({ amount: z.int() }));
const tallyClosed = event('tally.closed', 1, z.strictObject({}));
const events = [tallyBegun, tallyAdded, tallyClosed] as const;

function evolve(state: Tally | undefined, happened: EventOf<typeof events>): Tally {
  switch (happened.type) {
    case 'tally.begun':
      return { owner: happened.data.owner, sum: 0, closed: false };
    case 'tally.added':
      return { ...(state as Tally), sum: (state as Tally).sum + happened.data.amount };
    case 'tally.closed':
      return { ...(state as Tally), closed: true };
    default:
      return unreachable(happened);
  }
}

const begin = (_: undefined, { before }: { before?: string | undefined }, { actor, now }: Context) =>
  before !== undefined && now >= before ? refuse('tally-closed') : [tallyBegun({ owner: actor.agency as AgencyRef })];

function add({ closed }: Tally, { amounts }: { amounts: number[] }) {
  if (closed) return refuse('tally-closed');
  if (amounts.includes(13)) throw new Error('a bug in the rule');
  return amounts.map((amount) => tallyAdded({ amount }));
}

const close = ({ closed }: Tally) => (closed ? refuse('tally-closed') : [tallyClosed({})]);

/** A tally that holds this much is due to be closed; far beyond what a test of other things adds up. */
export const fullAt = 1_000_000;

export const Tallies = aggregate('tally', {
  collection: 'tallies',
  state: Tally,
  events,
  evolve,
  audience: (s) => [agency(s.owner)],
  keys: { sum: (s) => s.sum },
  due: (s) => (s.sum >= fullAt && !s.closed ? { at: '2026-01-01T00:00:00.000Z', command: 'expire' } : undefined),
  commands: {
    begin: create(begin, {
      // It can be begun before a moment, where one is given.
      input: z.strictObject({ name: z.string().optional(), before: z.string().optional() }),
      allow: role('officer'),
      emits: ['tally.begun'],
      refuses: ['tally-closed'],
      id: ({ name }, actor) => name ?? `of-${actor.id}`,
    }),
    add: command(add, {
      input: z.strictObject({ amounts: z.array(z.int()) }),
      allow: either(
        officerOf((s) => s.owner),
        aReaction,
      ),
      emits: ['tally.added'],
      refuses: ['tally-closed'],
    }),
    expire: command(close, { input: z.strictObject({}), allow: theClock, emits: ['tally.closed'], refuses: ['tally-closed'] }),
  },
});

export const tallies = service('tallies', {
  aggregates: [Tallies],
  problems: {
    'tally-closed': {
      kind: 'conflict',
      title: { zh: '已结束', en: 'The tally is closed' },
      remedy: { zh: '请另开一张。', en: 'Begin another.' },
    },
  },
});
export { tallyAdded, tallyBegun };
