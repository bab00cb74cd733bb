import { LocalDate } from '@xietong/domain';
import {
  type AgencyRef,
  agency,
  aggregate,
  Attachment,
  AttachmentId,
  command,
  type Context,
  create,
  directorOf,
  type EventOf,
  event,
  everyone,
  officerOf,
  query,
  refuse,
  role,
  service,
  theClock,
  unreachable,
} from '@xietong/kernel';
import { z } from 'zod';

// A harbour that lets berths: small, but with one of each thing that a declaration can hold.

const Agency = z.custom<AgencyRef>((value) => typeof value === 'string');
const Berth = z.strictObject({
  registrar: Agency,
  number: z.string(),
  status: z.enum(['free', 'let', 'closed']),
  metres: z.int(),
  boats: z.array(z.string()),
  isOpenToAll: z.boolean(),
  papers: z.array(Attachment).optional(),
});
type Berth = z.output<typeof Berth>;

const berthOpened = event('berth.opened', 1, Berth);
const berthLet = event('berth.let', 1, z.strictObject({ boat: z.string(), until: LocalDate, papers: z.array(Attachment).optional() }));
const berthClosed = event('berth.closed', 1, z.strictObject({}));
const events = [berthOpened, berthLet, berthClosed] as const;

function evolve(state: Berth | undefined, happened: EventOf<typeof events>): Berth {
  switch (happened.type) {
    case 'berth.opened':
      return happened.data;
    case 'berth.let':
      return { ...(state as Berth), status: 'let', boats: [happened.data.boat], papers: happened.data.papers };
    case 'berth.closed':
      return { ...(state as Berth), status: 'closed' };
    default:
      return unreachable(happened);
  }
}

const Size = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('metre'), length: z.int().positive() }),
  z.strictObject({ unit: z.literal('foot'), length: z.int().positive(), rounding: z.enum(['up', 'down']) }),
]);
export const OpenBerth = z.strictObject({
  number: z.string().regex(/^[A-Z0-9-]{1,20}$/),
  size: Size,
  notes: z
    .array(z.strictObject({ text: z.string().max(100) }))
    .max(3)
    .default([]),
});
export const LetBerth = z.strictObject({ boat: z.string().min(1), until: LocalDate, papers: z.array(AttachmentId).max(3).optional() });

function open(_: undefined, { number, size }: z.output<typeof OpenBerth>, { actor }: Context) {
  return [
    berthOpened({ registrar: actor.agency as AgencyRef, number, status: 'free', metres: size.length, boats: [], isOpenToAll: false }),
  ];
}
function letBerth(state: Berth, { boat, until, papers }: z.output<typeof LetBerth>, { attachment }: Context) {
  if (state.status !== 'free') return refuse('berth-taken', { status: state.status }, 'boat');
  return [berthLet({ boat, until, ...(papers ? { papers: papers.map(attachment) } : {}) })];
}
const close = (_: Berth) => [berthClosed({})];

export const Berths = aggregate('berth', {
  state: Berth,
  events,
  evolve,
  audience: (s) => [agency(s.registrar), ...(s.isOpenToAll ? [everyone] : [])],
  keys: { status: (s) => s.status, metres: (s) => s.metres },
  tags: { boats: (s) => s.boats },
  commands: {
    open: create(open, {
      input: OpenBerth,
      allow: role('officer', 'director'),
      emits: ['berth.opened'],
      refuses: [],
      id: ({ number }) => `NO-03.rcn.${number}`,
    }),
    letBerth: command(letBerth, { input: LetBerth, allow: officerOf((s) => s.registrar), emits: ['berth.let'], refuses: ['berth-taken'] }),
    closeForGood: command(close, {
      input: z.strictObject({}),
      allow: directorOf((s) => s.registrar),
      emits: ['berth.closed'],
      refuses: [],
    }),
    lapse: command(close, { input: z.strictObject({}), allow: theClock, emits: ['berth.closed'], refuses: [] }),
  },
});

export const occupancy = query('occupancy', {
  path: '/v1/occupancy/{harbour}',
  input: z.strictObject({
    harbour: z.string(),
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
  }),
  output: z.strictObject({ unit: z.string(), rows: z.array(z.strictObject({ month: z.string(), berths: z.int() })) }),
  allow: role('analyst', 'auditor'),
  refuses: ['harbour-unknown'],
  table: { rows: 'rows', beside: { berths: 'unit' } },
});
export const tides = query('tides', {
  path: '/tides',
  input: z.strictObject({}),
  output: z.strictObject({ high: z.string() }),
  allow: role('analyst', 'officer'),
  refuses: [],
});

const declaration = {
  aggregates: [Berths],
  queries: [occupancy, tides],
  consumers: ['pilots'],
  problems: {
    'berth-taken': {
      kind: 'conflict',
      title: { zh: '泊位已租出', en: 'The berth is taken' },
      remedy: { zh: '请选择其他泊位。', en: 'Choose another berth.' },
    },
    'harbour-unknown': {
      kind: 'missing',
      title: { zh: '没有此港口', en: 'No such harbour' },
      remedy: { zh: '请检查港口名称。', en: 'Check the name.' },
    },
  },
} satisfies Parameters<typeof service>[1];

export const harbour = service('harbour', declaration);
/** The same, as if berths were about persons. */
export const personalHarbour = service('harbour', { ...declaration, aggregates: [{ ...Berths, personal: true }] });
