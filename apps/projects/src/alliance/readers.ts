import { firstDayOf, type MemberId, type Quarter, quarterOf } from '@xietong/contracts-projects';
import { addMonths, type LocalDate } from '@xietong/domain';
import { agency, type AudienceToken, org } from '@xietong/kernel';
import { agencyOf } from './members.ts';
import { findStatement, membersOf } from './periods.ts';
import type { AllianceState, Membership } from './state.ts';

/** Who may read an alliance: the founding agency's staff and every member. Who has left reads on until all periods that it shares in are final. */
export function readersOf(alliance: AllianceState): AudienceToken[] {
  const reading = alliance.members.filter((member) => member.leftOn === undefined || isOwedAStatement(alliance, member, member.leftOn));
  return [...new Set([agency(alliance.agency), ...reading.map(({ id }) => wordOf(id))])];
}

function wordOf(id: MemberId): AudienceToken {
  const ref = agencyOf(id);
  return ref ? agency(ref) : org(id);
}

const isOwedAStatement = (alliance: AllianceState, { id, joinedOn }: Membership, leftOn: LocalDate): boolean =>
  quartersFrom(joinedOn, leftOn).some(
    (period) => membersOf(alliance, period).some((member) => member.id === id) && findStatement(alliance, period)?.status !== 'final',
  );

function quartersFrom(first: LocalDate, last: LocalDate): Quarter[] {
  const quarters: Quarter[] = [];
  for (let day = firstDayOf(quarterOf(first)); day <= last; day = addMonths(day, 3)) quarters.push(quarterOf(day));
  return quarters;
}
