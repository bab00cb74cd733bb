import { applicationSubmitted } from '@xietong/contracts-projects';
import { type Context, isRefusal, refuse, todayAt } from '@xietong/kernel';
import { rulesOf } from '../../rules/rule-set.ts';
import { toWhole } from '../content.ts';
import { decisionTimeOf } from '../decision-time.ts';
import type { ApplicationState } from '../state.ts';
import type { ToCall } from './draft.ts';

export const submit = (application: ApplicationState, _: object, { now, gathered: { call } }: Context<ToCall>) => {
  const { status, agency, applicant, rules } = application;
  if (status !== 'draft' && status !== 'returned') return refuse('not-editable', { status });
  if (!call) return refuse('call-unknown');
  // What was returned has a time of its own, after the call has closed.
  if (status === 'returned' && now >= application.returned.resubmitBy)
    return refuse('resubmission-overdue', { resubmitBy: application.returned.resubmitBy });
  if (status === 'draft' && (call.status === 'closed' || now >= call.closesAt)) return refuse('call-closed', { closedAt: call.closesAt });
  const today = todayAt(agency, now);
  const content = toWhole(application.content, applicant, call, today);
  if (isRefusal(content)) return content;
  const count = { countedFrom: today, usedWorkingDays: status === 'returned' ? application.returned.usedWorkingDays : 0 };
  return [applicationSubmitted({ content, ...count, ...decisionTimeOf(agency, count, rulesOf(rules)) })];
};
