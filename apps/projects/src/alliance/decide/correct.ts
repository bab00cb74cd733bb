import { allianceStatementCorrected } from '@xietong/contracts-projects';
import { Reason } from '@xietong/domain';
import { isRefusal, refuse } from '@xietong/kernel';
import { z } from 'zod';
import { findStatement } from '../periods.ts';
import type { AllianceState } from '../state.ts';
import { toStatement } from '../statement.ts';
import { StatePeriod } from './state.ts';

export const Correct = z.strictObject({ ...StatePeriod.shape, reason: Reason });
export type Correct = z.output<typeof Correct>;

export const correct = (alliance: AllianceState, { period, totals, reason }: Correct) => {
  const disputed = findStatement(alliance, period);
  if (!disputed) return refuse('statement-unknown', { period }, 'period');
  if (disputed.status !== 'disputed') return refuse('not-disputed', { status: disputed.status }, 'period');
  const statement = toStatement(alliance, period, disputed.no + 1, totals);
  return isRefusal(statement) ? statement : [allianceStatementCorrected({ ...statement, reason })];
};
