import type { allianceEvents } from '@xietong/contracts-projects';
import { type EventOf, unreachable } from '@xietong/kernel';
import { findStatement } from './periods.ts';
import type { AllianceState, Statement } from './state.ts';

/** Folds an event into an alliance. Throws where it cannot have happened: that is a fault in the history, not a refusal. */
export function evolve(alliance: AllianceState | undefined, event: EventOf<typeof allianceEvents>): AllianceState {
  if (event.type === 'alliance.founded') {
    const members = event.data.members.map((member) => ({ ...member, joinedOn: event.data.beginsOn }));
    return { status: 'active', ...event.data, members, rulesAgreed: [], statements: [] };
  }
  if (!alliance) throw new Error(`'${event.type}' of an alliance that was never founded`);
  switch (event.type) {
    case 'alliance.member-joined': {
      const { member, on } = event.data;
      return { ...active(alliance), members: [...alliance.members, { ...member, joinedOn: on }] };
    }
    case 'alliance.member-left': {
      const { member, on } = event.data;
      return withEnd(active(alliance), on, ({ id }) => id === member);
    }
    case 'alliance.dissolved': {
      const ended = withEnd(active(alliance), event.data.on, () => true);
      return { ...ended, status: 'dissolved', dissolution: event.data };
    }
    case 'alliance.sharing-rule-agreed':
      return { ...alliance, rulesAgreed: [...alliance.rulesAgreed, event.data] };
    case 'alliance.period-stated':
      return { ...alliance, statements: [...alliance.statements, { status: 'open', ...event.data, confirmedBy: [] }] };
    case 'alliance.statement-corrected': {
      const { reason, ...statement } = event.data;
      const before = withStatement(alliance, event.data.period, event.data.no - 1, (current) => {
        if (current.status !== 'disputed') throw new Error(`a statement is corrected that is ${current.status}`);
        return { ...current, status: 'corrected' };
      });
      return { ...before, statements: [...before.statements, { status: 'open', ...statement, correction: reason, confirmedBy: [] }] };
    }
    case 'alliance.statement-confirmed': {
      const { period, no, member } = event.data;
      return withStatement(alliance, period, no, (current) => ({ ...open(current), confirmedBy: [...current.confirmedBy, member] }));
    }
    case 'alliance.statement-disputed': {
      const { period, no, ...dispute } = event.data;
      return withStatement(alliance, period, no, (current) => {
        if (current.status === 'disputed') return { ...current, disputes: [...current.disputes, dispute] };
        return { ...open(current), status: 'disputed', disputes: [dispute] };
      });
    }
    case 'alliance.statement-finalised':
      return withStatement(alliance, event.data.period, event.data.no, (current) => ({ ...open(current), status: 'final' }));
    default:
      return unreachable(event);
  }
}

function active(alliance: AllianceState) {
  if (alliance.status !== 'active') throw new Error(`alliance ${alliance.number} is ${alliance.status}, not active`);
  return alliance;
}

function open(statement: Statement) {
  if (statement.status !== 'open') throw new Error(`the statement of ${statement.period} is ${statement.status}, not open`);
  return statement;
}

type Active = ReturnType<typeof active>;

const withEnd = (alliance: Active, on: string, isMeant: (member: Active['members'][number]) => boolean): Active => ({
  ...alliance,
  members: alliance.members.map((member) =>
    member.leftOn === undefined && isMeant(member) ? { ...member, leftOn: on as typeof member.joinedOn } : member,
  ),
});

function withStatement(alliance: AllianceState, period: string, no: number, change: (current: Statement) => Statement): AllianceState {
  const current = findStatement(alliance, period);
  if (current?.no !== no) throw new Error(`statement ${no} of ${period} is not the current one`);
  return { ...alliance, statements: alliance.statements.map((statement) => (statement === current ? change(current) : statement)) };
}
