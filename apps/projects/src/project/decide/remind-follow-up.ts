import { projectFollowUpReminded } from '@xietong/contracts-projects';
import { type Context, refuse } from '@xietong/kernel';
import { findAwaitedFollowUp } from '../acceptance.ts';
import type { ProjectState } from '../state.ts';

export const remindFollowUp = (project: ProjectState, _: object, { now }: Context) => {
  const awaited = findAwaitedFollowUp(project);
  if (!awaited || now < awaited.overdueAt) return refuse('no-follow-up-overdue', { status: project.status });
  const { no, dueOn, overdueAt } = awaited;
  return [projectFollowUpReminded({ no, dueOn, overdueAt })];
};
