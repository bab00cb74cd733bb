import { allianceStatementConfirmed, allianceStatementFinalised, MemberId, SharingStatement } from '@xietong/contracts-projects';
import { type Context, isRefusal, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { statementFor } from '../statement-for.ts';
import type { AllianceState, Statement } from '../state.ts';

export const Confirm = z.strictObject({ period: SharingStatement.shape.period, member: MemberId });
export type Confirm = z.output<typeof Confirm>;

export const confirm = (alliance: AllianceState, { period, member }: Confirm, { actor }: Context) => {
  const statement = statementFor(alliance, period, member, actor);
  if (isRefusal(statement)) return statement;
  if (statement.status === 'disputed') return refuse('statement-disputed', {}, 'period');
  if (statement.confirmedBy.includes(member)) return refuse('already-confirmed', {}, 'member');
  const confirmed = allianceStatementConfirmed({ period, no: statement.no, member });
  const isLast = statement.parts.every((part) => part.member === member || statement.confirmedBy.includes(part.member));
  return isLast ? [confirmed, allianceStatementFinalised(contentOf(statement))] : [confirmed];
};

const contentOf = ({ period, no, rule, totals, parts }: Statement): SharingStatement => ({ period, no, rule, totals, parts });
