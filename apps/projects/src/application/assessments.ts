import type { Assessment } from '@xietong/contracts-projects';
import type { Lookup } from '@xietong/kernel';
import type { ReviewState } from '../review/state.ts';

/** What the reviews of an application came to that count. In the order of their totals: it tells nothing of who gave which. */
export interface Assessed {
  readonly assessments: readonly Assessment[];
}

export async function assessmentsOf(look: Lookup, _: object, __: object, id: string): Promise<Assessed> {
  const reviews = (await look.list('reviews', 'application', [id])).map(({ state }) => state as ReviewState);
  const assessments = reviews.flatMap((review) => (review.status === 'scored' ? [review.assessment] : []));
  return { assessments: assessments.sort((one, other) => other.total - one.total || (one.comment < other.comment ? -1 : 1)) };
}
