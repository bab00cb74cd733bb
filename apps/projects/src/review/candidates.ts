import { ApplicationId } from '@xietong/contracts-projects';
import { ExpertField, RosterNumber } from '@xietong/contracts-talent';
import type { Instant } from '@xietong/domain';
import { type Actor, AgencyRef, type Lookup, Pseudonym, query, refuse, role } from '@xietong/kernel';
import { z } from 'zod';
import type { ApplicationState } from '../application/state.ts';
import { type ExpertRecord, expertsOfField, isOnRoster } from '../experts/expert.ts';
import { conflictOver, projectsOfParties } from './conflict.ts';
import { mayBeInvitedAgain, type ReviewState, type Status } from './state.ts';

const Candidate = z.strictObject({
  expert: Pseudonym,
  agency: AgencyRef.meta({ description: 'The agency on whose roster the expert is' }),
  number: RosterNumber.optional().meta({ description: 'On that roster' }),
  fields: z.array(ExpertField),
  awaited: z.int().meta({ description: 'Reviews that are awaited from the expert, of whatever application and agency' }),
  earlier: z
    .strictObject({ review: z.string(), ended: z.enum(['declined', 'withdrawn', 'lapsed']) })
    .optional()
    .meta({
      description: 'The review of an earlier invitation to this application, and how it ended; to that one the expert is invited again',
    }),
});
type Candidate = z.output<typeof Candidate>;

/** The last row of the page before: how many reviews were awaited from the expert, and who it was. */
const CandidateCursor = z.string().regex(/^\d{1,6}\.[\w-]{22}$/);

/**
 * Whom an agency can invite to review an application: experts of the field on any roster whose term runs, who have no conflict of interest
 * and no review of it. Those from whom the fewest reviews are awaited come first, then by pseudonym. Of those left out for a conflict only
 * the number is told.
 */
export const candidates = query('candidates', {
  path: '/v1/applications/{application}/candidates',
  input: z.strictObject({
    application: ApplicationId,
    field: ExpertField.optional().meta({ description: 'The area of the application where absent' }),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: CandidateCursor.optional(),
  }),
  output: z.strictObject({
    application: ApplicationId,
    field: ExpertField,
    inConflict: z.int().meta({ description: 'Experts of the field who are left out for a conflict of interest' }),
    items: z.array(Candidate),
    next: CandidateCursor.optional(),
  }),
  allow: role('officer'),
  refuses: ['application-unknown', 'not-eligible'],
});

type Asked = z.output<(typeof candidates)['input']>;

/** The answer to the query, from the service's own documents and what it keeps of experts. */
export const answerCandidates = (look: Lookup, now: () => Instant) => async (asked: Asked, actor: Actor) => {
  const { application: id, limit, after } = asked;
  const application = (await look.find('applications', id)) as ApplicationState | undefined;
  // To an officer of another agency the application is not there.
  if (!application || application.agency !== actor.agency) return refuse('application-unknown', {}, 'application');
  if (application.status !== 'eligible') return refuse('not-eligible', { status: application.status }, 'application');
  const field = asked.field ?? application.content.area;
  const [experts, projects, reviews] = await Promise.all([
    expertsOfField(look, field),
    projectsOfParties(look, application),
    look.list('reviews', 'application', [id], ['expert', 'status']),
  ]);
  const moment = now();
  const earlier = new Map(
    reviews.map(({ id: review, state }) => [(state as ReviewState).expert, { review, ended: (state as ReviewState).status }]),
  );
  const invitable = experts.filter(([expert, record]) => isOnRoster(record, moment) && isInvitable(earlier.get(expert)));
  const free = invitable.filter(([, record]) => conflictOver(application, record, projects, moment) === undefined);
  const awaited = await countAwaited(
    look,
    free.map(([expert]) => expert),
  );
  const ordered = free.map(([expert, record]) => candidateOf(expert, record, awaited, earlier.get(expert))).toSorted(byLoad);
  const rest = after === undefined ? ordered : ordered.filter((candidate) => byLoad(candidate, placeOf(after)) > 0);
  const [items, last] = [rest.slice(0, limit), rest[limit - 1]];
  return {
    application: id,
    field,
    inConflict: invitable.length - free.length,
    items,
    ...(last && rest.length > limit ? { next: `${last.awaited}.${last.expert}` } : {}),
  };
};

interface Earlier {
  readonly review: string;
  readonly ended: Status;
}

const isInvitable = (earlier: Earlier | undefined): boolean => earlier === undefined || mayBeInvitedAgain(earlier.ended);

async function countAwaited(look: Lookup, experts: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = await look.list('reviews', 'awaitedFrom', experts, ['expert']);
  const counts = new Map<string, number>();
  for (const { state } of found) {
    const { expert } = state as ReviewState;
    counts.set(expert, (counts.get(expert) ?? 0) + 1);
  }
  return counts;
}

function candidateOf(
  expert: string,
  { agency, number, fields }: ExpertRecord,
  awaited: ReadonlyMap<string, number>,
  earlier: Earlier | undefined,
): Candidate {
  return {
    expert,
    agency,
    ...(number === undefined ? {} : { number }),
    fields,
    awaited: awaited.get(expert) ?? 0,
    ...(earlier && mayBeInvitedAgain(earlier.ended) ? { earlier: { review: earlier.review, ended: earlier.ended } } : {}),
  };
}

type Place = Pick<Candidate, 'awaited' | 'expert'>;

const byLoad = (one: Place, other: Place): number =>
  one.awaited - other.awaited || (one.expert < other.expert ? -1 : +(one.expert > other.expert));

function placeOf(cursor: string): Place {
  const stop = cursor.indexOf('.');
  return { awaited: Number(cursor.slice(0, stop)), expert: cursor.slice(stop + 1) };
}
