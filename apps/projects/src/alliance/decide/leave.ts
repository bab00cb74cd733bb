import { allianceDissolved, allianceMemberLeft } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { rulesOf } from '../../rules/rule-set.ts';
import { countingDayOf, reliedOn } from '../periods.ts';
import type { AllianceState } from '../state.ts';

export const Leave = z.strictObject(allianceMemberLeft.schema.shape);
export type Leave = z.output<typeof Leave>;

export const leave = (alliance: AllianceState, input: Leave, { now }: Context) => {
  const { status, agency, members } = alliance;
  const { member, on } = input;
  if (status !== 'active') return refuse('alliance-dissolved', {});
  const leaving = members.find(({ id, leftOn }) => id === member && leftOn === undefined);
  if (!leaving) return refuse('member-unknown', {}, 'member');
  const today = todayAt(agency, now);
  if (on > today) return refuse('day-in-the-future', { today }, 'on');
  if (on < leaving.joinedOn) return refuse('before-it-began', { beginsOn: leaving.joinedOn }, 'on');
  const reached = reliedOn(alliance).find(({ period }) => countingDayOf(alliance, period) > on);
  if (reached) return refuse('period-already-stated', { period: reached.period }, 'on');
  const left = allianceMemberLeft(input);
  const remaining = members.filter((each) => each.leftOn === undefined && each !== leaving);
  return remaining.length < rulesOf(alliance.rules).allianceMembersMin
    ? [left, allianceDissolved({ on: lastDayWith(alliance, on) })]
    : [left];
};

// Somebody who left on a later day, though that was recorded earlier, was still there.
const lastDayWith = ({ members }: AllianceState, on: LocalDate): LocalDate =>
  members.reduce((last, { leftOn }) => (leftOn !== undefined && leftOn > last ? leftOn : last), on);
