import { expertRenewed } from '@xietong/contracts-talent';
import { addDays } from '@xietong/domain';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { rulesOn } from '../../rules/rule-set.ts';
import { type ExpertState, isOnRoster } from '../state.ts';
import { endOfTerm, lastDayOfTerm } from '../term.ts';

/** Who renews in time loses no day: the new term follows the old one. Who lapsed begins anew today. */
export const renew = (expert: ExpertState, _: object, { now }: Context) => {
  if (!isOnRoster(expert)) return refuse('not-on-roster', { status: expert.status });
  if (expert.status === 'suspended') return refuse('expert-suspended', { reason: expert.reason });
  const { agency, validUntil } = expert;
  const today = todayAt(agency, now);
  const lastDay = lastDayOfTerm(agency, validUntil);
  const renewableFrom = addDays(lastDay, -rulesOn(today).renewBeforeDays);
  if (today < renewableFrom) return refuse('renewal-too-early', { renewableFrom });
  return [expertRenewed({ validUntil: endOfTerm(agency, lastDay > today ? lastDay : today, today) })];
};
