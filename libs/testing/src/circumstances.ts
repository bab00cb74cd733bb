import type { Instant } from '@xietong/domain';
import type { Actor, Context } from '@xietong/kernel';
import { exampleAttachment } from './example-attachment.ts';

/** What surrounds a command in a specification; whatever is left out is always the same. */
export interface Circumstances {
  readonly actor: Actor;
  readonly now?: Instant;
  readonly id?: string;
  /** What the row's `gather` would have found. */
  readonly gathered?: unknown;
}

/** The context that `decide` gets: fresh ids are `new-1`, `new-2` and so on, and every file that an input names is there. */
export function contextOf({ actor, now = '2026-01-05T08:00:00.000Z', id = 'this', gathered }: Circumstances): Context<never> {
  let ids = 0;
  return { id, now, actor, newId: () => `new-${(ids += 1)}`, gathered: gathered as never, attachment: exampleAttachment };
}
