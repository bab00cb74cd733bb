import { Instant, LocalDate, OrganisationId, text } from '@xietong/domain';
import { event } from '@xietong/kernel';
import { z } from 'zod';
import { AboutProject } from './case-about-project.ts';
import { RuleSetId } from './rule-set-id.ts';

/** What a risk comes from: 技术, 市场, 政策, 管理. */
export const RiskKind = z.enum(['technical', 'market', 'policy', 'management']);
/** How grave it is, which says how soon an answer is due: 高, 中, 低. */
export const RiskLevel = z.enum(['high', 'medium', 'low']);
export type RiskLevel = z.output<typeof RiskLevel>;

/** By when an answer is due, the first moment that is too late; `provisional` where some of its days had not been announced. */
export const AnswerTime = z.object({ answerBy: Instant, provisional: z.boolean() });
export type AnswerTime = z.output<typeof AnswerTime>;

/** Somebody of the registrar or of a participant sees a risk to a project. `rules` is the rule set by which it will be handled. */
export const riskRaised = event(
  'risk.raised',
  1,
  z.object({ ...AboutProject.shape, rules: RuleSetId, kind: RiskKind, description: text(5000) }),
);

/** The registrar says how grave it is and which participant answers for it; said again, it replaces what was said, and asks for a new answer. */
export const riskAssessed = event(
  'risk.assessed',
  1,
  z.object({
    level: RiskLevel,
    owner: OrganisationId,
    participants: AboutProject.shape.participants,
    countedFrom: LocalDate,
    ...AnswerTime.shape,
  }),
);

/** Its owner says what is done about it. `late` where the time for that was over. */
export const riskAnswered = event('risk.answered', 1, z.object({ measures: text(5000), late: z.boolean() }));

/** The time for the answer was over, and there was none. */
export const riskAnswerOverdue = event('risk.answer-overdue', 1, z.object({ answerBy: Instant }));

/** The calendar that was announced meanwhile moved the time for the answer. */
export const riskAnswerTimeMoved = event('risk.answer-time-moved', 1, AnswerTime);

/** What became of it. */
export const riskClosed = event('risk.closed', 1, z.object({ outcome: text(2000) }));

/** Every event of a risk, in the order of its life. */
export const riskEvents = [riskRaised, riskAssessed, riskAnswered, riskAnswerOverdue, riskAnswerTimeMoved, riskClosed] as const;
