import { hash } from 'node:crypto';
import type { Batch, ConsumeRequest } from '../bus/bus.ts';

/** One who follows topics: what it takes twice changes nothing. */
export interface Follower {
  readonly name: string;
  readonly topics: RegExp;
  readonly handle: (batch: Batch) => Promise<void>;
}

/** Whose events are read for the followers: the service's, into this store. */
export interface Reader {
  readonly context: string;
  readonly identity: string;
  /** Resolves a moment later: how long the reading rests after each batch. */
  readonly rest: () => Promise<void>;
}

/**
 * All followers of a service as one consumer at the broker, or none: each consumer costs a quarter of a percent of a core when idle, and some
 * megabytes. A batch is handed to each whose topics it is of, one after the other. Where one fails the batch comes again, to all of them. The group
 * bears the identity of the store, which must not be taken for another that has read more, and is another for other followers: a new one reads
 * from the beginning, and the others what changes nothing for them.
 *
 * A fetch answers at the first event. Without a rest a busy service would read in batches of a few, each with a fetch and a commit of its own, and
 * an import would pay for them; what comes after a pause is handed over at once all the same.
 */
export function sharedConsumer(followers: readonly Follower[], { context, identity, rest }: Reader): ({ name: string } & ConsumeRequest)[] {
  if (followers.length === 0) return [];
  const names = followers.map(({ name }) => name).sort();
  return [
    {
      name: 'events',
      group: `${context}.events.${hash('sha256', names.join('\n'), 'hex').slice(0, 8)}.${identity}`,
      topics: new RegExp(followers.map(({ topics }) => topics.source).join('|')),
      async handle(batch) {
        for (const { topics, handle } of followers) if (topics.test(batch.topic)) await handle(batch);
        await rest();
      },
    },
  ];
}
