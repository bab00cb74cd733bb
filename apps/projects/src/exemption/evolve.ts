import type { exemptionEvents } from '@xietong/contracts-projects';
import { type EventOf, unreachable } from '@xietong/kernel';
import { type ExemptionState, isUndecided, type Status, type Undecided } from './state.ts';

/** Folds an event into an exemption. Throws where it cannot have happened: that is a fault in the history, not a refusal. */
export function evolve(exemption: ExemptionState | undefined, event: EventOf<typeof exemptionEvents>): ExemptionState {
  if (event.type === 'exemption.applied') return { status: 'applied', ...event.data };
  if (!exemption) throw new Error(`'${event.type}' of an exemption that was never applied for`);
  switch (event.type) {
    case 'exemption.committee-appointed':
      return { ...inState(exemption, 'applied'), status: 'appointed', committee: { members: event.data.members, conflicts: [] } };
    case 'exemption.conflict-declared':
      return withCommittee(exemption, ({ members, conflicts }) => ({ members, conflicts: [...conflicts, event.data] }));
    case 'exemption.member-replaced': {
      const { expert, member } = event.data;
      return withCommittee(exemption, ({ members, conflicts }) => ({
        members: members.map((before) => (before.expert === expert ? member : before)),
        conflicts,
      }));
    }
    case 'exemption.investigated':
      return { ...inState(exemption, 'appointed'), status: 'investigated', findings: event.data.findings };
    case 'exemption.decided': {
      const { granted, ...decision } = event.data;
      return { ...inState(exemption, 'investigated'), status: granted ? 'granted' : 'denied', decision };
    }
    default:
      return unreachable(event);
  }
}

function inState<S extends Status>(exemption: ExemptionState, status: S): Extract<ExemptionState, { status: S }> {
  if (exemption.status !== status) throw new Error(`the exemption is ${exemption.status}, not ${status}`);
  return exemption as Extract<ExemptionState, { status: S }>;
}

function withCommittee(exemption: ExemptionState, change: (committee: Undecided['committee']) => Undecided['committee']): ExemptionState {
  if (!isUndecided(exemption)) throw new Error(`the exemption is ${exemption.status} and has no committee at work`);
  return { ...exemption, committee: change(exemption.committee) };
}
