import type { Quarter, SharedTotals, SharingStatement } from '@xietong/contracts-projects';
import { refuse } from '@xietong/kernel';
import { partsOf } from './parts.ts';
import { findRule, membersOf } from './periods.ts';
import type { AllianceState } from './state.ts';

/** What a period brought, divided by its rule among its members; or why no rule fits them. */
export function toStatement(alliance: AllianceState, period: Quarter, no: number, totals: SharedTotals) {
  const rule = findRule(alliance.rulesAgreed, period);
  if (!rule) return refuse('sharing-rule-missing', { period }, 'period');
  const members = membersOf(alliance, period);
  const shares = members.flatMap(({ id, region }) =>
    rule.shares.filter(({ member }) => member === id).map((share) => ({ ...share, region })),
  );
  const isOfAll = shares.length === members.length && shares.length === rule.shares.length;
  if (!isOfAll) return refuse('sharing-rule-outdated', { rule: rule.no, members: members.map(({ id }) => id) }, 'period');
  return { period, no, rule: rule.no, totals, parts: partsOf(totals, shares) } satisfies SharingStatement;
}
