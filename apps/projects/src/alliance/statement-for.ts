import type { MemberId, Quarter } from '@xietong/contracts-projects';
import { type Actor, refuse } from '@xietong/kernel';
import { actsFor } from './members.ts';
import { findStatement } from './periods.ts';
import type { AllianceState } from './state.ts';

/** The statement of a period that is not final, for somebody who acts for one of the members that share in it; or why not. */
export function statementFor(alliance: AllianceState, period: Quarter, member: MemberId, actor: Actor) {
  const statement = findStatement(alliance, period);
  if (!statement) return refuse('statement-unknown', { period }, 'period');
  // The members of the statement, not those of today: who has joined since has no part in it, who has left still has.
  if (statement.parts.every((part) => part.member !== member)) return refuse('member-unknown', { period }, 'member');
  if (!actsFor(actor, member)) return refuse('not-for-this-member', {}, 'member');
  if (statement.status === 'open' || statement.status === 'disputed') return statement;
  return refuse('statement-final', {}, 'period');
}
