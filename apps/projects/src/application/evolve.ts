import type { applicationEvents } from '@xietong/contracts-projects';
import { type EventOf, unreachable } from '@xietong/kernel';
import { type ApplicationState, type Objection, type Status, undecidedStatuses, wasHandedIn } from './state.ts';

/** Folds an event into an application. Throws where it cannot have happened: that is a fault in the history, not a refusal. */
export function evolve(application: ApplicationState | undefined, event: EventOf<typeof applicationEvents>): ApplicationState {
  if (event.type === 'application.drafted') return { status: 'draft', ...event.data };
  if (!application) throw new Error(`'${event.type}' of an application that was never begun`);
  const begun = begunOf(application);
  switch (event.type) {
    case 'application.edited':
      return { ...inState(application, 'draft', 'returned'), content: event.data.content };
    case 'application.submitted': {
      inState(application, 'draft', 'returned');
      const { content, ...count } = event.data;
      return { status: 'submitted', ...begun, content, clock: { ...count, reminded: false, escalated: false } };
    }
    case 'application.withdrawn':
      return { status: 'withdrawn', ...begun, content: application.content, wasHandedIn: wasHandedIn(application), ...event.data };
    case 'application.returned':
      return { status: 'returned', ...begun, content: inState(application, 'submitted').content, returned: event.data };
    case 'application.lapsed':
      return { status: 'lapsed', ...begun, content: inState(application, 'returned').content, ...event.data };
    case 'application.declared-eligible':
      return { ...inState(application, 'submitted'), status: 'eligible' };
    case 'application.declared-ineligible':
      return { ...inState(application, 'submitted'), status: 'ineligible', reason: event.data.reason };
    case 'application.shortlisted':
      return { ...inState(application, 'eligible'), status: 'shortlisted' };
    case 'application.publicised':
      return { ...inState(application, 'shortlisted'), status: 'publicised', publicity: { ...event.data, objections: [] } };
    case 'application.objected':
      return withObjections(application, (objections) => [...objections, { status: 'open', ...event.data }]);
    case 'application.objection-resolved': {
      const { no, upheld, finding } = event.data;
      return withObjections(application, (objections) =>
        objections.map((objection) => (objection.no === no ? { ...objection, status: 'resolved', upheld, finding } : objection)),
      );
    }
    case 'application.approved':
      return { ...inState(application, 'publicised'), status: 'approved', decision: event.data };
    case 'application.refused':
      return { ...inState(application, 'eligible', 'shortlisted', 'publicised'), status: 'refused', decision: event.data };
    case 'application.decision-reminded':
      return withClock(application, { reminded: true });
    case 'application.decision-escalated':
      return withClock(application, { escalated: true });
    case 'application.decision-time-moved':
      return withClock(application, event.data);
    default:
      return unreachable(event);
  }
}

const begunOf = ({ call, agency, applicant, rules }: ApplicationState) => ({ call, agency, applicant, rules });

function inState<S extends Status>(application: ApplicationState, ...statuses: readonly S[]): Extract<ApplicationState, { status: S }> {
  if (!statuses.some((status) => status === application.status)) {
    throw new Error(`the application is ${application.status}, not ${statuses.join(' or ')}`);
  }
  return application as Extract<ApplicationState, { status: S }>;
}

function withObjections(application: ApplicationState, change: (objections: readonly Objection[]) => Objection[]): ApplicationState {
  const publicised = inState(application, 'publicised');
  const { publicity } = publicised;
  return { ...publicised, publicity: { ...publicity, objections: change(publicity.objections) } };
}

function withClock(application: ApplicationState, changes: Partial<ReturnType<typeof undecided>['clock']>): ApplicationState {
  const running = undecided(application);
  return { ...running, clock: { ...running.clock, ...changes } };
}

const undecided = (application: ApplicationState) => inState(application, ...undecidedStatuses);
