import type { Milestone } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import { refuse } from '@xietong/kernel';

/** When a project begins and ends, as far as it is known. */
export interface Term {
  readonly startsOn?: LocalDate;
  readonly endsOn?: LocalDate;
}

/** Why a term is refused, if it is. */
export function checkTerm({ startsOn, endsOn }: Term) {
  return startsOn && endsOn && endsOn < startsOn ? refuse('ends-before-it-starts', { startsOn, endsOn }, 'endsOn') : undefined;
}

/** Why the milestones of a plan are refused, if they are. */
export function checkMilestones(milestones: readonly Milestone[], { startsOn, endsOn }: Term) {
  for (const [place, { no, due }] of milestones.entries()) {
    if (isRepeated(milestones, place)) return refuse('milestone-repeated', { no }, `milestones.${place}.no`);
    if ((startsOn && due < startsOn) || (endsOn && due > endsOn)) {
      return refuse('milestone-outside-term', { no, startsOn, endsOn }, `milestones.${place}.due`);
    }
  }
  const sum = milestones.reduce((total, { weightPercent }) => total + weightPercent, 0);
  return sum === 100 ? undefined : refuse('weights-not-whole', { sum }, 'milestones');
}

/** Whether the milestone at this place has the number of an earlier one. */
export function isRepeated(milestones: readonly { readonly no: number }[], place: number): boolean {
  return milestones.slice(0, place).some(({ no }) => no === milestones[place]?.no);
}
