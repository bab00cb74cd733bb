import type { Instant } from '@xietong/domain';
import type { Actor, AnyAggregate } from '@xietong/kernel';
import type { CommandRunner, Outcome } from '../commit/outcome.ts';
import type { DueDocument, Store } from '../store/store.ts';

export interface DeadlineParts {
  readonly aggregates: readonly AnyAggregate[];
  readonly store: Pick<Store, 'due'>;
  readonly commands: CommandRunner;
  readonly fault: (what: string, fault: unknown) => void;
}

const clock: Actor = { id: 'clock', kind: 'clock', roles: [] };
const dueMax = 100;

/**
 * Gives every command whose moment has come. Any number of instances may do so at once: the command's idempotency key is the
 * deadline itself, so it takes effect once, and a deadline that a write has moved meanwhile is refused or no longer due.
 */
export function deadlines(parts: DeadlineParts): { strike(now: Instant): Promise<number> } {
  const aggregateOf = new Map(parts.aggregates.map((aggregate) => [aggregate.collection, aggregate]));

  /** Whether the command was carried out, by this round. */
  async function strikeOne({ collection, id, command, at }: DueDocument): Promise<boolean> {
    const aggregate = aggregateOf.get(collection);
    if (!aggregate) throw new Error(`something is due in '${collection}', which is no collection of this service`);
    try {
      const outcome = await parts.commands.run({
        aggregate,
        command,
        id,
        input: {},
        actor: clock,
        idempotencyKey: at,
        payloadHash: '',
        ifMatch: '*',
      });
      // Another instance has it in hand, or had; anything else will not mend itself.
      if (outcome.kind !== 'done' && outcome.kind !== 'in-flight')
        parts.fault(`the deadline command '${command}' of ${aggregate.name} is due and not carried out`, new Error(reasonOf(outcome)));
      return outcome.kind === 'done' && !outcome.replayed;
    } catch (fault) {
      parts.fault(`a deadline of ${aggregate.name} waits for the next round`, fault);
      return false;
    }
  }

  return {
    async strike(now) {
      const struck = await Promise.all((await parts.store.due(now, dueMax)).map(strikeOne));
      return struck.filter(Boolean).length;
    },
  };
}

const reasonOf = (outcome: Outcome): string => (outcome.kind === 'refused' ? outcome.refusal.refused : outcome.kind);
