import { createHash, randomUUID } from 'node:crypto';
import type { Instant } from '@xietong/domain';
import type { Actor } from '@xietong/kernel';
import { officer } from '@xietong/testing';
import type { OutgoingMessage } from '../../bus/bus.ts';
import { relay } from '../../relay/relay.ts';
import { memoryStore } from '../../store/memory-store.ts';
import type { Collection, Store } from '../../store/store.ts';
import { noTracing } from '../../telemetry/tracing.ts';
import { commandRunner } from '../command-runner.ts';
import type { CommandRequest, Outcome } from '../outcome.ts';
import { Tallies } from './tally.ts';

export const anOfficer = officer('NO-03/rcn');

/** One instance of the write path on a store and a topic that other instances may share. */
export interface Instance {
  give(command: string, input: object, options?: Partial<CommandRequest>): Promise<Outcome>;
  sweep(): Promise<void>;
  drain(): Promise<void>;
}

export interface House {
  readonly store: Store;
  readonly tallies: Collection;
  readonly topic: OutgoingMessage[];
  readonly faults: string[];
  instance(): Instance;
}

/** A store, a topic, and as many instances as a test wants. `send` may refuse a batch, before or after taking it. */
export async function aHouse({
  store = memoryStore(),
  send = async (batch: readonly OutgoingMessage[], take: (batch: readonly OutgoingMessage[]) => void) => take(batch),
} = {}): Promise<House> {
  const tallies = await store.collection(Tallies.collection, { keys: Object.keys(Tallies.keys), tags: [] });
  const collections = new Map([[Tallies.collection, tallies]]);
  const topic: OutgoingMessage[] = [];
  const faults: string[] = [];
  let clock = Date.parse('2026-01-01T00:00:00.000Z');
  const now = (): Instant => new Date((clock += 1)).toISOString() as Instant;

  return {
    store,
    tallies,
    topic,
    faults,
    instance() {
      const sending = relay({
        context: 'tallies',
        tracing: noTracing,
        collections,
        aggregates: [Tallies],
        bus: { publish: (batch) => send(batch, (taken) => topic.push(...taken)) },
        store,
        fault: (what) => faults.push(what),
        pace: { sendEveryMs: 0, archiveEveryMs: 1, retryFirstMs: 1, retryLastMs: 4 },
      });
      const look = { find: async () => undefined, list: async () => [] };
      const agencies = new Set(['NO-03/rcn'] as const);
      const runner = commandRunner({ context: 'tallies', store, collections, relay: sending, look, agencies, now, newId: randomUUID });
      return {
        give: (command, input, options = {}) => {
          const actor: Actor = options.actor ?? anOfficer;
          const payloadHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
          return runner.run({
            aggregate: Tallies,
            command,
            input,
            actor,
            idempotencyKey: randomUUID(),
            payloadHash,
            ifMatch: '*',
            ...options,
          });
        },
        sweep: () => sending.sweep('9999-01-01T00:00:00.000Z', '9999-01-01T00:00:00.000Z'),
        drain: () => sending.drain(5_000),
      };
    },
  };
}

export const done = (outcome: Outcome): Extract<Outcome, { kind: 'done' }> => {
  if (outcome.kind !== 'done') throw new Error(`the command ended as ${JSON.stringify(outcome)}`);
  return outcome;
};
