import type { ExpertProfile } from '@xietong/contracts-talent';
import { addMonths, type LocalDate } from '@xietong/domain';
import { refuse } from '@xietong/kernel';
import { rulesOn } from '../rules/rule-set.ts';
import { isSameTie, lastDayOf, type Tie } from './profile.ts';

/** Why a profile cannot replace another, if it no longer tells of days on which conflicts of interest are judged: those of the last years up to today. */
export function checkNothingForgotten(before: ExpertProfile, after: ExpertProfile, today: LocalDate) {
  const first = addMonths(today, -12 * rulesOn(today).conflictYears);
  return (
    checkTies('affiliations', before.affiliations, after.affiliations, { first, today }) ??
    checkTies('relations', before.relations, after.relations, { first, today })
  );
}

function checkTies(
  list: 'affiliations' | 'relations',
  before: readonly Tie[],
  after: readonly Tie[],
  { first, today }: { readonly first: LocalDate; readonly today: LocalDate },
) {
  for (const tie of before) {
    const since = tie.since > first ? tie.since : first;
    const until = lastDayOf(tie) < today ? lastDayOf(tie) : today;
    const isKept = after.some((other) => isSameTie(other, tie) && other.since <= since && lastDayOf(other) >= until);
    if (since > until || isKept) continue;
    const place = after.findIndex((other) => isSameTie(other, tie));
    return refuse('conflict-forgotten', { organisation: tie.organisation, since, until }, place < 0 ? list : `${list}.${place}`);
  }
  return undefined;
}
