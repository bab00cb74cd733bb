import type { riskEvents } from '@xietong/contracts-projects';
import { type EventOf, unreachable } from '@xietong/kernel';
import type { RiskState } from './state.ts';

/** Folds an event into a risk. Throws where it cannot have happened: that is a fault in the history, not a refusal. */
export function evolve(risk: RiskState | undefined, event: EventOf<typeof riskEvents>): RiskState {
  if (event.type === 'risk.raised') return { status: 'raised', ...event.data, answers: [] };
  if (!risk || risk.status === 'closed') throw new Error(`'${event.type}' of a risk that is ${risk ? 'closed' : 'not there'}`);
  switch (event.type) {
    case 'risk.assessed': {
      const { participants, ...assessment } = event.data;
      return { ...risk, status: 'assessed', participants, assessment: { ...assessment, overdue: false } };
    }
    case 'risk.answered': {
      const assessed = awaiting(risk);
      return { ...assessed, status: 'answered', answers: [...assessed.answers, event.data] };
    }
    case 'risk.answer-overdue':
      return withAssessment(risk, { overdue: true });
    case 'risk.answer-time-moved':
      return withAssessment(risk, event.data);
    case 'risk.closed':
      return { ...risk, status: 'closed', outcome: event.data.outcome };
    default:
      return unreachable(event);
  }
}

function awaiting(risk: RiskState): Extract<RiskState, { status: 'assessed' }> {
  if (risk.status !== 'assessed') throw new Error(`the risk is ${risk.status}, not assessed`);
  return risk;
}

function withAssessment(risk: RiskState, changes: Partial<ReturnType<typeof awaiting>['assessment']>): RiskState {
  const assessed = awaiting(risk);
  return { ...assessed, assessment: { ...assessed.assessment, ...changes } };
}
