import { ApplicationId, Area, panelShortlisted, type Shortlisted } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { type Context, type Found, type Lookup, refuse } from '@xietong/kernel';
import { z } from 'zod';
import type { ApplicationState } from '../../application/state.ts';
import type { CallState } from '../../call/state.ts';
import { type Rankable, type Ranked, rank, rankedBy } from '../ranking.ts';
import { panelId } from '../panel-id.ts';
import { chosenBy, type PanelState, standingOf } from '../state.ts';

const chosen = { applications: z.array(ApplicationId).min(1).max(500), reasons: Reason.optional() };
export const Shortlist = z.strictObject({ call: z.string().min(1).max(100), area: Area.shape.code, ...chosen });
export type Shortlist = z.output<typeof Shortlist>;
export const ShortlistFurther = z.strictObject(chosen);
export type ShortlistFurther = z.output<typeof ShortlistFurther>;

/** What a panel decides on, as it stands now: the call, all applications of the area, and their reviews. */
export interface OnTheTable {
  readonly call: CallState | undefined;
  readonly applications: readonly Found[];
  readonly reviews: readonly Found[];
}

export async function onTheTable(look: Lookup, { call, area }: { readonly call: string; readonly area: string }): Promise<OnTheTable> {
  const [found, applications, reviews] = await Promise.all([
    look.find('calls', call),
    look.list('applications', 'panel', [panelId({ call, area })], ['status', 'applicant', 'content.title']),
    look.list('reviews', 'panel', [panelId({ call, area })], rankedBy),
  ]);
  return { call: found as CallState | undefined, applications, reviews };
}

/** The first decision of the panel on an area. */
export const shortlist = (_: undefined, { call, area, ...choice }: Shortlist, { actor, gathered }: Context<OnTheTable>) => {
  // To a director of another agency the panel is not there.
  if (gathered.call?.agency !== actor.agency) return refuse('call-unknown', {}, 'call');
  return choose({ call, area }, choice, gathered, undefined);
};

/** A later one: for places that came free, or were not all given. */
export const shortlistFurther = (panel: PanelState, choice: ShortlistFurther, { gathered }: Context<OnTheTable>) => {
  const before = chosenBy(panel);
  // One whose place the panel gave, though the news has not reached it yet, is still eligible by its status.
  const statusOf = statusesOf(gathered);
  const again = choice.applications.findIndex((one) => before.includes(one) && statusOf(one) === 'eligible');
  if (again >= 0) return refuse('shortlisted-already', {}, `applications.${again}`);
  return choose(panel, choice, gathered, panel);
};

function choose(
  { call: id, area }: { readonly call: string; readonly area: string },
  { applications: wanted, reasons }: ShortlistFurther,
  around: OnTheTable,
  panel: PanelState | undefined,
) {
  const { call, applications, reviews } = around;
  if (!call) return refuse('call-unknown', {}, 'call');
  if (call.status !== 'closed') return refuse('call-still-open', { closesAt: call.closesAt });
  const quota = call.areas.find(({ code }) => code === area)?.quota;
  if (quota === undefined) return refuse('area-unknown', { areas: call.areas.map(({ code }) => code) }, 'area');
  const statusOf = statusesOf(around);
  const repeated = wanted.findIndex((one, place) => wanted.indexOf(one) < place);
  if (repeated >= 0) return refuse('application-repeated', {}, `applications.${repeated}`);
  const unfit = wanted.findIndex((one) => statusOf(one) !== 'eligible');
  if (unfit >= 0) return refuse('not-eligible', { status: statusOf(wanted[unfit] ?? '') ?? 'unknown' }, `applications.${unfit}`);

  const taken = panel ? standingOf(panel, statusOf).length : 0;
  const before = panel ? chosenBy(panel) : [];
  if (taken + wanted.length > quota) return refuse('quota-exceeded', { quota, taken, wanted: wanted.length }, 'applications');
  const eligible = applications.flatMap(({ id: one }) => (statusOf(one) === 'eligible' && !before.includes(one) ? [one] : []));
  const ranking = rank(
    eligible,
    reviews.map(({ state }) => state as Rankable),
    call.scoring,
  );
  const fault = checkReviews(ranking, wanted) ?? (reasons === undefined ? checkOrder(ranking, wanted) : undefined);
  if (fault) return fault;
  const given = wanted.map((application): Shortlisted => ({ application, totals: [...(find(ranking, application)?.totals ?? [])] }));
  return [
    panelShortlisted({ call: id, agency: call.agency, area, quota, applications: given, ...(reasons === undefined ? {} : { reasons }) }),
  ];
}

/** How the applications on the table stand, by their ids. */
function statusesOf({ applications }: OnTheTable) {
  const statuses = new Map(applications.map(({ id, state }) => [id, (state as ApplicationState).status]));
  return (application: string) => statuses.get(application);
}

const find = (ranking: readonly Ranked[], application: string) => ranking.find((one) => one.application === application);

// While one review of the area is awaited, the ranking is not final for anybody.
function checkReviews(ranking: readonly Ranked[], wanted: readonly string[]) {
  const awaited = ranking.filter(({ open }) => open > 0).map(({ application }) => application);
  if (awaited.length > 0) return refuse('reviews-awaited', { applications: awaited });
  const place = wanted.findIndex((application) => find(ranking, application)?.lacksQuorum);
  return place < 0 ? undefined : refuse('quorum-missing', {}, `applications.${place}`);
}

// What needs a word of the panel: reviews far apart, and one passed over that is placed better, or as well as the last one taken.
function checkOrder(ranking: readonly Ranked[], wanted: readonly string[]) {
  const farApart = wanted.filter((application) => find(ranking, application)?.isFarApart);
  const worst = Math.max(...wanted.map((application) => find(ranking, application)?.rank ?? Infinity));
  const passedOver = ranking
    .filter(({ application, rank: place = Infinity, lacksQuorum }) => place <= worst && !lacksQuorum && !wanted.includes(application))
    .map(({ application }) => application);
  return farApart.length + passedOver.length === 0 ? undefined : refuse('reasons-needed', { farApart, passedOver }, 'reasons');
}
