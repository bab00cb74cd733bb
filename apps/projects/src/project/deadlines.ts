import { type Deadline, endOfDayAt } from '@xietong/kernel';
import { followUpsOf } from './acceptance.ts';
import { findOwedCorrection } from './midway.ts';
import { unfinishedOf } from './standing.ts';
import { findUnansweredWarning, type ProjectState } from './state.ts';

const names = ['warning.answerBy', 'verdict.by', 'followUps.dueOn', 'milestones.due'] as const;
type Owed = Deadline<(typeof names)[number]>;

/**
 * What is owed of a project: the answer to a warning, a correction, each follow-up, each milestone that is not done. A suspension stops the plan;
 * it does not lift the duty to answer and to correct.
 */
export const deadlines = { names, title: ({ title }: ProjectState) => title, of: owedOf };

function owedOf(project: ProjectState): Owed[] {
  const [warning, correction] = [findUnansweredWarning(project), findOwedCorrection(project)];
  return [
    ...(warning ? [{ name: 'warning.answerBy', at: warning.answerBy } as const] : []),
    ...(correction ? [{ name: 'verdict.by', at: correction.overdueAt } as const] : []),
    ...followUpsOf(project).flatMap(({ status, overdueAt }) =>
      status === 'done' ? [] : [{ name: 'followUps.dueOn', at: overdueAt } as const],
    ),
    ...milestonesOf(project),
  ];
}

function milestonesOf(project: ProjectState): Owed[] {
  if (project.status !== 'active') return [];
  const unfinished = unfinishedOf(project);
  return project.plan.milestones
    .filter(({ no }) => unfinished.includes(no))
    .map(({ title, due }) => ({ name: 'milestones.due', at: endOfDayAt(project.registrar, due), about: title }));
}
