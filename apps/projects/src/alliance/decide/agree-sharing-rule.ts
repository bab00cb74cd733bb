import { allianceSharingRuleAgreed, firstDayOf, membersMax, quarterOf, type Share, SharingRule } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { z } from 'zod';
import { findRule, membersOf, reliedOn } from '../periods.ts';
import type { AllianceState, Membership } from '../state.ts';

const { from, shares } = SharingRule.shape;

export const AgreeSharingRule = z.strictObject({
  from,
  shares: z.array(z.strictObject(shares.element.shape)).min(1).max(membersMax),
});
export type AgreeSharingRule = z.output<typeof AgreeSharingRule>;

export const agreeSharingRule = (alliance: AllianceState, input: AgreeSharingRule) => {
  const { rulesAgreed } = alliance;
  const period = quarterOf(input.from);
  if (input.from !== firstDayOf(period)) return refuse('not-quarter-start', { firstDay: firstDayOf(period) }, 'from');
  const members = membersOf(alliance, period);
  if (members.length === 0) return refuse('period-outside-alliance', { period }, 'from');
  const fault = checkShares(input.shares, members);
  if (fault) return fault;
  const shared = members.flatMap(({ id }) => input.shares.filter(({ member }) => member === id));
  const rule = { no: rulesAgreed.length + 1, from: input.from, shares: shared };
  const reached = reliedOn(alliance).find((statement) => findRule([...rulesAgreed, rule], statement.period) === rule);
  return reached ? refuse('period-already-stated', { period: reached.period }, 'from') : [allianceSharingRuleAgreed(rule)];
};

function checkShares(given: readonly Share[], members: readonly Membership[]) {
  for (const [place, { member }] of given.entries()) {
    const at = `shares.${place}.member`;
    if (given.slice(0, place).some((other) => other.member === member)) return refuse('member-repeated', {}, at);
    if (!members.some(({ id }) => id === member)) return refuse('member-unknown', {}, at);
  }
  const missing = members.map(({ id }) => id).filter((id) => given.every(({ member }) => member !== id));
  if (missing.length > 0) return refuse('share-missing', { members: missing }, 'shares');
  const sum = given.reduce((total, { basisPoints }) => total + basisPoints, 0);
  return sum === 10_000 ? undefined : refuse('sharing-not-whole', { sum }, 'shares');
}
