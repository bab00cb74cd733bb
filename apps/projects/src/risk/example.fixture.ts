import {
  projectRegistered,
  riskAnswered,
  riskAnswerOverdue,
  riskAnswerTimeMoved,
  riskAssessed,
  riskClosed,
  riskRaised,
} from '@xietong/contracts-projects';
import type { EventOf } from '@xietong/kernel';
import { applicant, clock, given, officer, stateAfter } from '@xietong/testing';
import { lead, partner, planSet, registration, unnumbered } from '../project/example.fixture.ts';
import { Project } from '../project/project.ts';
import { Risk } from './risk.ts';

export { planSet, unnumbered };
export const registrar = 'CN-331082/kjj';
export const projectId = 'CN-331082.kjj.951956';
export const leadId = 'NO-ORGNR:919303808' as const;
export const owner = 'CN-USCI:91331082MA00D034X0' as const;
export const participants = [leadId, owner];

export const registered = projectRegistered({ registrar, ...registration, participants: [lead, partner, unnumbered] });
/** What `gather` finds of a project with this history. */
export const toProject = (...history: EventOf<typeof Project.events>[]) => ({ gathered: { project: stateAfter(Project, history) } });
export const toNoProject = { gathered: { project: undefined } };

// Tuesday, 10 March 2026, four in the afternoon at the registrar.
export const now = '2026-03-10T08:00:00.000Z' as const;
const around = { now, ...toProject(registered, planSet) } as const;
export const byOfficer = { actor: officer(registrar), ...around } as const;
export const byOwner = { actor: applicant(owner), ...around } as const;
export const byLead = { actor: applicant(leadId), ...around } as const;
export const byClock = { actor: clock(), now } as const;

export const seen = { kind: 'technical', description: '核心控制器供货中断 The controller cannot be had' } as const;
export const raised = riskRaised({ project: projectId, registrar, participants, rules: '2025', ...seen });
/** Two working days after 10 March: that Thursday. */
export const time = { answerBy: '2026-03-12T16:00:00.000Z', provisional: false } as const;
export const assessed = riskAssessed({ level: 'high', owner, participants, countedFrom: '2026-03-10', ...time });
export const lowered = riskAssessed({ ...assessed.data, level: 'low', answerBy: '2026-03-24T16:00:00.000Z' });
export const answered = riskAnswered({ measures: '改用国产控制器 Another controller', late: false });
export const overdue = riskAnswerOverdue({ answerBy: time.answerBy });
export const moved = riskAnswerTimeMoved(time);
export const closed = riskClosed({ outcome: '替代控制器已通过测试 The other controller works' });

/** A risk with this history, and the registrar's officer before it. */
export const risk = (...history: EventOf<typeof Risk.events>[]) => given(Risk, history, byOfficer);
