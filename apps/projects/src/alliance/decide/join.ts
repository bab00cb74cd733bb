import { allianceMemberJoined, MemberInput, membersMax } from '@xietong/contracts-projects';
import { LocalDate } from '@xietong/domain';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { checkMember } from '../members.ts';
import { countingDayOf, reliedOn } from '../periods.ts';
import type { AllianceState } from '../state.ts';

export const Join = z.strictObject({ member: MemberInput, on: LocalDate });
export type Join = z.output<typeof Join>;

export const join = (alliance: AllianceState, { member, on }: Join, { now }: Context) => {
  const { status, agency, beginsOn } = alliance;
  if (status !== 'active') return refuse('alliance-dissolved', {});
  const today = todayAt(agency, now);
  if (on > today) return refuse('day-in-the-future', { today }, 'on');
  if (on < beginsOn) return refuse('before-it-began', { beginsOn }, 'on');
  const fault = checkMember(member, 'member');
  if (fault) return fault;
  // Those of that day or of a later one: in the worst case all of them at once.
  const others = alliance.members.filter(({ leftOn }) => leftOn === undefined || leftOn >= on);
  if (others.some(({ id }) => id === member.id)) return refuse('already-a-member', {}, 'member.id');
  if (others.length >= membersMax) return refuse('members-full', { membersMax });
  const reached = reliedOn(alliance).find(({ period }) => countingDayOf(alliance, period) >= on);
  return reached ? refuse('period-already-stated', { period: reached.period }, 'on') : [allianceMemberJoined({ member, on })];
};
