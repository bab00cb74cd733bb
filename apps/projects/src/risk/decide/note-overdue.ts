import { riskAnswerOverdue, riskAnswerTimeMoved } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { answerTimeOf } from '../answer-time.ts';
import type { RiskState } from '../state.ts';

export const noteOverdue = (risk: RiskState, _: object, { now }: Context) => {
  const { status } = risk;
  if (status !== 'assessed' || risk.assessment.overdue || now < risk.assessment.answerBy) return refuse('no-answer-overdue', { status });
  const { answerBy, provisional } = risk.assessment;
  const counted = provisional ? answerTimeOf(risk, risk.assessment) : risk.assessment;
  return [counted.answerBy === answerBy ? riskAnswerOverdue({ answerBy }) : riskAnswerTimeMoved(counted)];
};
