import { Instant, LocalDate } from '@xietong/domain';
import {
  agency,
  AgencyRef,
  aggregate,
  command,
  type Context,
  create,
  type EventOf,
  event,
  type ProblemTable,
  refuse,
  type Service,
  service,
  theClock,
  unreachable,
} from '@xietong/kernel';
import { z } from 'zod';

/** Where the chain of one aggregate ended when the day was sealed. */
export const SealedHead = z.strictObject({
  subject: z.string(),
  version: z.int().min(1),
  head: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SealedHead = z.output<typeof SealedHead>;

/** A page of a day's seal: the heads of all chains that have moved since the seal before, in the order of their subjects. */
const Seal = z.strictObject({
  /** The last whole day, by UTC, when the reading of the heads began. */
  date: LocalDate,
  begunAt: Instant,
  page: z.int().min(1),
  isLast: z.boolean(),
  heads: z.array(SealedHead),
});
type Seal = z.output<typeof Seal>;

export const journalOpened = event('journal.opened', 1, z.strictObject({ agency: AgencyRef }));
export const journalSealed = event('journal.sealed', 1, Seal);
export const journalEvents = [journalOpened, journalSealed] as const;

const SealedJournalState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open'), agency: AgencyRef }),
  z.strictObject({
    status: z.literal('sealing'),
    agency: AgencyRef,
    ...Seal.pick({ date: true, begunAt: true, page: true }).shape,
    /** When the seal before was begun; absent for the first. */
    since: Instant.optional(),
    /** The last subject of the page. */
    after: z.string(),
  }),
  z.strictObject({ status: z.literal('sealed'), agency: AgencyRef, ...Seal.pick({ date: true, begunAt: true }).shape }),
]);
export type SealedJournalState = z.output<typeof SealedJournalState>;

function evolve(state: SealedJournalState | undefined, happened: EventOf<typeof journalEvents>): SealedJournalState {
  switch (happened.type) {
    case 'journal.opened':
      return { status: 'open', agency: happened.data.agency };
    case 'journal.sealed':
      return withPage(state, happened.data);
    default:
      return unreachable(happened);
  }
}

function withPage(state: SealedJournalState | undefined, { date, begunAt, page, isLast, heads }: Seal): SealedJournalState {
  if (!state) throw new Error('a seal of a journal that was never opened');
  const { agency } = state;
  if (isLast) return { status: 'sealed', agency, date, begunAt };
  const since = sinceOf(state);
  const last = heads.at(-1);
  if (!last) throw new Error('a page of a seal that is neither the last nor tells any head');
  return { status: 'sealing', agency, date, begunAt, page, ...(since === undefined ? {} : { since }), after: last.subject };
}

/** Since when a chain must have moved to stand in the seal that is next or under way; undefined for all chains. */
export function sinceOf(state: SealedJournalState): Instant | undefined {
  switch (state.status) {
    case 'open':
      return undefined;
    case 'sealing':
      return state.since;
    case 'sealed':
      return state.begunAt;
    default:
      return unreachable(state);
  }
}

function open(_: undefined, __: object, { actor }: Context) {
  if (!actor.agency) throw new Error('the clock opens the journal of an agency');
  return [journalOpened({ agency: actor.agency })];
}

function seal(state: SealedJournalState, page: Seal) {
  return isNext(state, page) ? [journalSealed(page)] : refuse('seal-out-of-turn');
}

function isNext(state: SealedJournalState, { date, page, isLast, heads }: Seal): boolean {
  if (!isLast && heads.length === 0) return false;
  switch (state.status) {
    case 'open':
      return page === 1;
    case 'sealing':
      return date === state.date && page === state.page + 1;
    case 'sealed':
      return date > state.date && page === 1;
    default:
      return unreachable(state);
  }
}

/** The id of an agency's journal: `NO-03.rcn`. */
export const journalIdOf = (ref: AgencyRef): string => ref.replace('/', '.');

/**
 * The journal of one agency as a thing of its own, whose history is its seals: each day the heads of all chains that have moved go out
 * as an event, chained to the one before, so that a journal which was cut together with its store no longer agrees with its topic.
 */
export const SealedJournal = aggregate('journal', {
  state: SealedJournalState,
  events: journalEvents,
  evolve,
  audience: (s) => [agency(s.agency)],
  keys: { status: (s) => s.status },
  commands: {
    open: create(open, {
      input: z.strictObject({}),
      allow: theClock,
      id: (_, actor) => journalIdOf(actor.agency as AgencyRef),
      emits: ['journal.opened'],
      refuses: [],
    }),
    seal: command(seal, { input: Seal, allow: theClock, emits: ['journal.sealed'], refuses: ['seal-out-of-turn'] }),
  },
});

const problems: ProblemTable = {
  'seal-out-of-turn': {
    kind: 'conflict',
    title: { zh: '封存页不按次序', en: 'The page of the seal is not the next one' },
    remedy: { zh: '无需处理：时钟会重新读取后再封存。', en: 'Do nothing: the clock reads the journal again and goes on from there.' },
  },
};

/** The service as it runs: where it keeps aggregates, the journals of its agencies are sealed each day without a line of its own. */
export function withSealedJournal(declared: Service): Service {
  const { context, aggregates } = declared;
  if (aggregates.length === 0) return declared;
  return service(context, {
    ...declared,
    aggregates: [...aggregates, SealedJournal],
    problems: { ...declared.problems, ...problems },
  });
}
