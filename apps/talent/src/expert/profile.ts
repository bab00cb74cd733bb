import type { Affiliation, ExpertProfile, Relation } from '@xietong/contracts-talent';
import { hasSoundIdentifier, isKnownRegion, type LocalDate } from '@xietong/domain';
import { refuse } from '@xietong/kernel';

/** What an expert has to do with an organisation, an affiliation or a relation, and on which days, the last one included. */
export type Tie = Affiliation | Relation;

/** What can be wrong with a profile, for the rows of the commands that take one. */
export const profileFaults = ['ends-before-it-begins', 'organisation-repeated', 'region-unknown', 'identifier-unsound'] as const;

/** Why a profile cannot be taken, if so. */
export const checkProfile = ({ affiliations, relations }: ExpertProfile) =>
  checkTies('affiliations', affiliations) ?? checkTies('relations', relations);

function checkTies(list: 'affiliations' | 'relations', ties: readonly Tie[]) {
  for (const [place, tie] of ties.entries()) {
    const at = `${list}.${place}`;
    if (lastDayOf(tie) < tie.since) return refuse('ends-before-it-begins', {}, `${at}.until`);
    if (ties.slice(0, place).some((earlier) => isSameTie(earlier, tie) && overlap(earlier, tie)))
      return refuse('organisation-repeated', { organisation: tie.organisation }, `${at}.organisation`);
    if ('region' in tie && !isKnownRegion(tie.region)) return refuse('region-unknown', { region: tie.region }, `${at}.region`);
    if (!hasSoundIdentifier({ id: tie.organisation })) return refuse('identifier-unsound', {}, `${at}.organisation`);
  }
  return undefined;
}

/** To the same organisation, and of the same nature: one may hold shares in it and advise it at the same time. */
export const isSameTie = (one: Tie, other: Tie): boolean => one.organisation === other.organisation && natureOf(one) === natureOf(other);

/** The last day of a tie; of one that goes on, the last day that can be written. */
export const lastDayOf = ({ until }: Tie): LocalDate => until ?? '9999-12-31';

const natureOf = (tie: Tie) => ('nature' in tie ? tie.nature : 'affiliation');

const overlap = (one: Tie, other: Tie): boolean => one.since <= lastDayOf(other) && other.since <= lastDayOf(one);
