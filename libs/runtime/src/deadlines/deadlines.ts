import type { Instant } from '@xietong/domain';
import type { Actor, AnyAggregate } from '@xietong/kernel';
import type { CommandRunner, Outcome } from '../commit/outcome.ts';
import type { Collection } from '../store/store.ts';

export interface DeadlineParts {
  readonly aggregates: readonly AnyAggregate[];
  readonly collections: ReadonlyMap<string, Collection>;
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
  async function strikeOne(aggregate: AnyAggregate, now: Instant): Promise<number> {
    const due = (await parts.collections.get(aggregate.collection)?.due(now, dueMax)) ?? [];
    const struck = await Promise.all(
      due.map(async ({ id, command, at }) => {
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
      }),
    );
    return struck.filter(Boolean).length;
  }

  return {
    async strike(now) {
      let struck = 0;
      for (const aggregate of parts.aggregates) if (aggregate.due) struck += await strikeOne(aggregate, now);
      return struck;
    },
  };
}

const reasonOf = (outcome: Outcome): string => (outcome.kind === 'refused' ? outcome.refusal.refused : outcome.kind);
