import { riskEvents } from '@xietong/contracts-projects';
import { agency, aggregate, applicantOf, command, create, type Lookup, officerOf, org, role, theClock } from '@xietong/kernel';
import { z } from 'zod';
import { projectOf } from '../project/named-project.ts';
import { Answer, answer } from './decide/answer.ts';
import { Assess, assess } from './decide/assess.ts';
import { Close, close } from './decide/close.ts';
import { noteOverdue } from './decide/note-overdue.ts';
import { Raise, raise } from './decide/raise.ts';
import { evolve } from './evolve.ts';
import { assessmentOf, RiskState } from './state.ts';

const registrarsOfficer = officerOf((s: RiskState) => s.registrar);
const ownersOf = (risk: RiskState): string[] => {
  const owner = assessmentOf(risk)?.owner;
  return owner === undefined ? [] : [owner];
};

export const Risk = aggregate('risk', {
  state: RiskState,
  events: riskEvents,
  evolve,
  agency: (s) => s.registrar,
  audience: (s) => [agency(s.registrar), ...s.participants.map(org)],
  keys: {
    status: (s) => s.status,
    project: (s) => s.project,
    agency: (s) => s.registrar,
    kind: (s) => s.kind,
    level: (s) => assessmentOf(s)?.level,
    owner: (s) => assessmentOf(s)?.owner,
    answerBy: (s) => (s.status === 'assessed' ? s.assessment.answerBy : undefined),
  },
  due: (s) => (s.status === 'assessed' && !s.assessment.overdue ? { at: s.assessment.answerBy, command: 'noteOverdue' } : undefined),
  deadlines: {
    names: ['assessment.answerBy'],
    title: (s) => s.description,
    of: (s) => (s.status === 'assessed' ? [{ name: 'assessment.answerBy', at: s.assessment.answerBy }] : []),
  },
  commands: {
    raise: create(raise, {
      input: Raise,
      allow: role('officer', 'applicant'),
      gather: projectOf,
      emits: ['risk.raised'],
      refuses: ['project-unknown', 'project-ended'],
    }),
    assess: command(assess, {
      input: Assess,
      allow: registrarsOfficer,
      gather: (look: Lookup, _, state: RiskState) => projectOf(look, state),
      emits: ['risk.assessed'],
      refuses: ['risk-closed', 'project-unknown', 'owner-not-participant'],
    }),
    answer: command(answer, {
      input: Answer,
      allow: applicantOf((s: RiskState) => ownersOf(s)),
      emits: ['risk.answered'],
      refuses: ['no-answer-awaited'],
    }),
    noteOverdue: command(noteOverdue, {
      input: z.strictObject({}),
      allow: theClock,
      emits: ['risk.answer-overdue', 'risk.answer-time-moved'],
      refuses: ['no-answer-overdue'],
    }),
    close: command(close, { input: Close, allow: registrarsOfficer, emits: ['risk.closed'], refuses: ['risk-closed'] }),
  },
});
