import type { reviewEvents } from '@xietong/contracts-projects';
import { type EventOf, unreachable } from '@xietong/kernel';
import type { ReviewState, Status } from './state.ts';

/** Folds an event into a review. Throws where it cannot have happened: that is a fault in the history, not a refusal. */
export function evolve(review: ReviewState | undefined, event: EventOf<typeof reviewEvents>): ReviewState {
  if (event.type === 'review.invited') {
    if (review) inState(review, 'declined', 'withdrawn', 'lapsed');
    return { status: 'invited', ...event.data };
  }
  if (!review) throw new Error(`'${event.type}' of a review to which nobody was invited`);
  const facts = factsOf(review);
  switch (event.type) {
    case 'review.accepted':
      inState(review, 'invited');
      return { status: 'accepted', ...facts, ...event.data };
    case 'review.declined':
      inState(review, 'invited', 'accepted');
      return { status: 'declined', ...facts, ...event.data };
    case 'review.conflict-declared':
    case 'review.conflict-found': {
      const before = inState(review, 'invited', 'accepted', 'scored');
      const conflict = { ...event.data, saidBy: event.type === 'review.conflict-declared' ? ('expert' as const) : ('agency' as const) };
      return { status: 'recused', ...facts, conflict, ...(before.status === 'scored' ? { voided: before.assessment } : {}) };
    }
    case 'review.scored': {
      const { scoreBy, provisional } = inState(review, 'accepted');
      return { status: 'scored', ...facts, scoreBy, provisional, assessment: event.data };
    }
    case 'review.returned': {
      inState(review, 'scored');
      const { reason, ...time } = event.data;
      return { status: 'accepted', ...facts, ...time, returned: reason };
    }
    case 'review.withdrawn':
      inState(review, 'invited', 'accepted');
      return { status: 'withdrawn', ...facts, ...event.data };
    case 'review.lapsed':
      inState(review, 'invited', 'accepted');
      return { status: 'lapsed', ...facts, ...event.data };
    default:
      return unreachable(event);
  }
}

const factsOf = ({ application, call, agency, expert, rules, axes, content }: ReviewState) => ({
  application,
  call,
  agency,
  expert,
  rules,
  axes,
  content,
});

function inState<S extends Status>(review: ReviewState, ...statuses: readonly S[]): Extract<ReviewState, { status: S }> {
  if (!statuses.some((status) => status === review.status)) throw new Error(`the review is ${review.status}, not ${statuses.join(' or ')}`);
  return review as Extract<ReviewState, { status: S }>;
}
