import { firstDayOf, lastDayOf, type Quarter, type SharingRule } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import type { AllianceState, Membership, Statement } from './state.ts';

type Members = Pick<AllianceState, 'beginsOn' | 'members'>;

/** The day on which it is told who is a member in a period: its first, or that on which the alliance begins within it. */
export const countingDayOf = ({ beginsOn }: Pick<AllianceState, 'beginsOn'>, period: Quarter): LocalDate => {
  const first = firstDayOf(period);
  return first < beginsOn ? beginsOn : first;
};

/** The members of a period, in the order in which they joined: who joins or leaves within it counts, or no longer counts, from the next one on. */
export function membersOf(alliance: Members, period: Quarter): readonly Membership[] {
  if (lastDayOf(period) < alliance.beginsOn) return [];
  const day = countingDayOf(alliance, period);
  return alliance.members.filter(({ joinedOn, leftOn = day }) => joinedOn <= day && day <= leftOn);
}

/** The rule of a period: of those from its first day or earlier the latest, and of several from one day the one agreed last. */
export const findRule = (rules: readonly SharingRule[], period: Quarter): SharingRule | undefined =>
  rules
    .filter(({ from }) => from <= firstDayOf(period))
    .reduce<SharingRule | undefined>((latest, rule) => (latest && latest.from > rule.from ? latest : rule), undefined);

/** The statement of a period that counts, if there is one: the last. */
export const findStatement = ({ statements }: Pick<AllianceState, 'statements'>, period: Quarter): Statement | undefined =>
  statements.findLast((statement) => statement.period === period);

/** The statements on which somebody may rely: a disputed one is to be stated again, by what is agreed until then. */
export const reliedOn = ({ statements }: Pick<AllianceState, 'statements'>): readonly Statement[] =>
  statements.filter(({ status }) => status === 'open' || status === 'final');
