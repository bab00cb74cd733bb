import type { expertEvents } from '@xietong/contracts-talent';
import { type EventOf, unreachable } from '@xietong/kernel';
import type { ExpertState, Status } from './state.ts';

/** Folds an event into an expert. Throws where it cannot have happened: that is a fault in the history, not a refusal. */
export function evolve(expert: ExpertState | undefined, event: EventOf<typeof expertEvents>): ExpertState {
  if (event.type === 'expert.registered') return { status: 'registered', ...event.data };
  if (!expert) throw new Error(`'${event.type}' of an expert who never registered`);
  switch (event.type) {
    case 'expert.profile-changed': {
      if (expert.status !== 'rejected') return { ...expert, ...event.data };
      const { reason: _, ...declared } = expert;
      return { ...declared, status: 'registered', ...event.data };
    }
    case 'expert.verified':
      return { ...inState(expert, 'registered'), status: 'verified', ...event.data };
    case 'expert.rejected':
      return { ...inState(expert, 'registered'), status: 'rejected', ...event.data };
    case 'expert.renewed':
      return { ...inState(expert, 'verified', 'lapsed'), status: 'verified', ...event.data };
    case 'expert.lapsed':
      return { ...inState(expert, 'verified'), status: 'lapsed' };
    case 'expert.suspended': {
      const before = inState(expert, 'verified', 'lapsed');
      return { ...before, status: 'suspended', returnsTo: before.status, ...event.data };
    }
    case 'expert.reinstated': {
      const { returnsTo, reason: _, ...before } = inState(expert, 'suspended');
      return { ...before, status: returnsTo };
    }
    default:
      return unreachable(event);
  }
}

function inState<S extends Status>(expert: ExpertState, ...statuses: readonly S[]): Extract<ExpertState, { status: S }> {
  if (!statuses.some((status) => status === expert.status)) throw new Error(`the expert is ${expert.status}, not ${statuses.join(' or ')}`);
  return expert as Extract<ExpertState, { status: S }>;
}
