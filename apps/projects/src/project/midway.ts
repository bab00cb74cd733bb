import {
  type MidwayVerdict,
  type projectCorrectionEscalated,
  projectCorrectionReported,
  projectEvaluatedMidway,
} from '@xietong/contracts-projects';
import { z } from 'zod';
import { inState } from './in-state.ts';
import type { ProjectState } from './state.ts';

const evaluated = { ...projectEvaluatedMidway.schema.shape, planAdjustedSince: z.boolean() };

/** The last midway evaluation: `open` while its correction or a decision is awaited, `settled` when nothing is. */
export const Midway = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open'), ...evaluated }),
  z.strictObject({ status: z.literal('escalated'), ...evaluated }),
  z.strictObject({ status: z.literal('settled'), ...evaluated, correction: projectCorrectionReported.schema.optional() }),
]);
export type Midway = z.output<typeof Midway>;

/** The project has to be adjusted, suspended or exited, and nobody has decided yet. */
export const isStopUndecided = (midway: Midway | undefined): boolean =>
  midway?.status === 'open' && midway.verdict.kind === 'to-be-stopped';

/** The correction that still has to be reported. Like a warning, a suspension does not lift it; the end of the project does. */
export function findOwedCorrection(project: ProjectState) {
  if (project.status !== 'active' && project.status !== 'suspended') return undefined;
  const { midway } = project;
  if (!midway || midway.status === 'settled' || !isCorrection(midway.verdict)) return undefined;
  return { status: midway.status, ...midway.verdict };
}

/** What the course keeps of the evaluation when a director has decided: a demand to stop is met, a correction stays owed. */
export function afterDecision(midway: Midway | undefined, { isPlanAdjusted }: { isPlanAdjusted: boolean }): { midway?: Midway } {
  if (!midway) return {};
  const met: Midway = isStopUndecided(midway) ? { ...midway, status: 'settled' } : midway;
  return { midway: isPlanAdjusted ? { ...met, planAdjustedSince: true } : met };
}

export function evolveMidway(
  project: ProjectState,
  event: ReturnType<typeof projectEvaluatedMidway | typeof projectCorrectionReported | typeof projectCorrectionEscalated>,
): ProjectState {
  if (event.type === 'project.evaluated-midway') {
    const status = event.data.verdict.kind === 'on-course' ? 'settled' : 'open';
    return { ...inState(project, 'active'), midway: { status, ...event.data, planAdjustedSince: false } };
  }
  const owing = inState(project, 'active', 'suspended');
  if (!owing.midway) throw new Error(`project ${project.number} was never evaluated`);
  if (event.type === 'project.correction-escalated') return { ...owing, midway: { ...owing.midway, status: 'escalated' } };
  return { ...owing, midway: { ...owing.midway, status: 'settled', correction: event.data } };
}

const isCorrection = (verdict: MidwayVerdict) => verdict.kind === 'to-be-corrected';
