import { applicationPublicised } from '@xietong/contracts-projects';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { termOf } from '../../rules/working-time.ts';
import type { ApplicationState } from '../state.ts';
import type { ToCall } from './draft.ts';

export const publicise = ({ status, agency }: ApplicationState, _: object, { now, gathered: { call } }: Context<ToCall>) => {
  if (status !== 'shortlisted') return refuse('not-shortlisted', { status });
  if (!call) return refuse('call-unknown');
  return [applicationPublicised(termOf(agency, todayAt(agency, now), call.publicityWorkingDays))];
};
