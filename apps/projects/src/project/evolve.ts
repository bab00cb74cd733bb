import type { projectEvents } from '@xietong/contracts-projects';
import { type EventOf, unreachable } from '@xietong/kernel';
import { withReport } from './quarters.ts';
import type { ProjectState, Status } from './state.ts';

type ProjectEvent = EventOf<typeof projectEvents>;

export function evolve(project: ProjectState | undefined, event: ProjectEvent): ProjectState {
  if (event.type === 'project.registered') return { status: 'registered', ...event.data, progress: [] };
  if (!project) throw new Error(`'${event.type}' of a project that was never registered`);
  switch (event.type) {
    case 'project.participants-amended':
      return { ...project, participants: event.data.participants };
    case 'project.plan-set':
      return { ...inState(project, 'registered'), status: 'active', plan: event.data, quarters: [] };
    case 'project.progress-reported': {
      const active = inState(project, 'active');
      return { ...active, progress: [...active.progress, event.data], quarters: withReport(active.quarters, event.data) };
    }
    case 'project.warned':
      return { ...inState(project, 'active'), warning: { status: 'open', ...event.data } };
    case 'project.warning-escalated':
      return { ...inState(project, 'active', 'suspended'), warning: { ...warningOf(project), status: 'escalated' } };
    case 'project.warning-answered':
      return { ...inState(project, 'active', 'suspended'), warning: { ...warningOf(project), status: 'answered', answer: event.data } };
    case 'project.adjusted': {
      const { milestones, endsOn } = event.data;
      return { ...inState(project, 'active'), ...(endsOn ? { endsOn } : {}), plan: { milestones }, quarters: [] };
    }
    case 'project.suspended':
      return { ...inState(project, 'active'), status: 'suspended', quarters: [], suspension: event.data };
    case 'project.resumed':
      return { ...without(inState(project, 'suspended'), 'suspension'), status: 'active' };
    case 'project.exited':
      return { ...inState(project, 'registered', 'active', 'suspended'), status: 'exited', exit: event.data };
    case 'project.completed':
      return { ...inState(project, 'active'), status: 'completed' };
    default:
      return unreachable(event);
  }
}

// An event on a project in another state never happened: that is a fault in the history, not a refusal.
function inState<S extends Status>(project: ProjectState, ...statuses: S[]): Extract<ProjectState, { status: S }> {
  const found = statuses.find((status) => status === project.status);
  if (!found) throw new Error(`project ${project.number} is ${project.status}, not ${statuses.join(' or ')}`);
  return project as Extract<ProjectState, { status: S }>;
}

function warningOf(project: ProjectState) {
  const { warning } = inState(project, 'active', 'suspended');
  if (!warning) throw new Error(`project ${project.number} was never warned`);
  return warning;
}

function without<Whole extends object, Key extends keyof Whole & string>(whole: Whole, key: Key): Omit<Whole, Key> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key)) as Omit<Whole, Key>;
}
