import type { CommitteeMember } from '@xietong/contracts-projects';
import { addMonths, type Instant, type OrganisationId } from '@xietong/domain';
import { refuse, todayAt } from '@xietong/kernel';
import { organisationsOf } from '../project/named-project.ts';
import type { ProjectState } from '../project/state.ts';
import { rulesOf } from '../rules/rule-set.ts';
import type { ExemptionState } from './state.ts';

export const membersOf = (exemption: ExemptionState): readonly CommitteeMember[] =>
  exemption.status === 'applied' ? [] : exemption.committee.members;

export const isMember = (exemption: ExemptionState, expert: string): boolean =>
  membersOf(exemption).some((member) => member.expert === expert);

/** Whether somebody ever declared a conflict of interest in this case. */
export const hasDeclaredConflict = (exemption: ExemptionState, expert: string): boolean =>
  exemption.status !== 'applied' && exemption.committee.conflicts.some((conflict) => conflict.expert === expert);

/** What conflicts are judged by: the case, its project as it stands now, and the time. */
export interface Around {
  readonly exemption: ExemptionState;
  readonly project: ProjectState;
  readonly now: Instant;
}

/** The place, among the affiliations, of an organisation that takes or took part in the project; -1 where there is none. */
export function findConflict({ affiliations }: CommitteeMember, { exemption, project, now }: Around): number {
  const { registrar, rules, participants } = exemption;
  const since = addMonths(todayAt(registrar, now), -12 * rulesOf(rules).conflictYears);
  const parties: readonly OrganisationId[] = [...participants, ...organisationsOf(project)];
  return affiliations.findIndex(({ organisation, until }) => parties.includes(organisation) && (until === undefined || until >= since));
}

/** Whether a member declared a conflict of interest, or has one by his organisations. */
export const isInConflict = (member: CommitteeMember, around: Around): boolean =>
  hasDeclaredConflict(around.exemption, member.expert) || findConflict(member, around) >= 0;

/** Why somebody cannot become a member, if so; `at` is the member's place in the input. */
export function checkMember(member: CommitteeMember, at: string, around: Around) {
  if (hasDeclaredConflict(around.exemption, member.expert)) return refuse('member-in-conflict', {}, `${at}.expert`);
  const place = findConflict(member, around);
  if (place < 0) return undefined;
  const { organisation } = member.affiliations[place] ?? {};
  return refuse('member-in-conflict', { organisation }, `${at}.affiliations.${place}.organisation`);
}
