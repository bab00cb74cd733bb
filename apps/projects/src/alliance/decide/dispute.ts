import { allianceStatementDisputed } from '@xietong/contracts-projects';
import { type Context, isRefusal, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { statementFor } from '../statement-for.ts';
import type { AllianceState } from '../state.ts';

export const Dispute = z.strictObject(allianceStatementDisputed.schema.omit({ no: true }).shape);
export type Dispute = z.output<typeof Dispute>;

// Also a member that has confirmed may find something, as long as the others have not all confirmed.
export const dispute = (alliance: AllianceState, input: Dispute, { actor }: Context) => {
  const { period, member, field } = input;
  const statement = statementFor(alliance, period, member, actor);
  if (isRefusal(statement)) return statement;
  const earlier = statement.status === 'disputed' ? statement.disputes : [];
  if (earlier.some((other) => other.member === member && other.field === field)) return refuse('already-disputed', { field }, 'field');
  return [allianceStatementDisputed({ ...input, no: statement.no })];
};
