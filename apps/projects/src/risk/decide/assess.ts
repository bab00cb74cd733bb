import { riskAssessed } from '@xietong/contracts-projects';
import { type Context, refuse, todayAt } from '@xietong/kernel';
import { z } from 'zod';
import { type NamedProject, organisationsOf } from '../../project/named-project.ts';
import { answerTimeOf } from '../answer-time.ts';
import type { RiskState } from '../state.ts';

export const Assess = z.strictObject(riskAssessed.schema.pick({ level: true, owner: true }).shape);
export type Assess = z.output<typeof Assess>;

export const assess = (risk: RiskState, { level, owner }: Assess, { now, gathered: { project } }: Context<NamedProject>) => {
  if (risk.status === 'closed') return refuse('risk-closed');
  if (!project) return refuse('project-unknown', { project: risk.project });
  const participants = organisationsOf(project);
  if (!participants.includes(owner)) return refuse('owner-not-participant', { participants }, 'owner');
  const countedFrom = todayAt(risk.registrar, now);
  return [riskAssessed({ level, owner, participants, countedFrom, ...answerTimeOf(risk, { level, countedFrom }) })];
};
