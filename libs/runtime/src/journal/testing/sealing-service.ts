import { randomUUID } from 'node:crypto';
import type { Instant } from '@xietong/domain';
import { officer, until } from '@xietong/testing';
import type { OutgoingMessage } from '../../bus/bus.ts';
import { commandRunner } from '../../commit/command-runner.ts';
import { Tallies, tallies } from '../../commit/testing/tally.ts';
import { relay } from '../../relay/relay.ts';
import { memoryStore } from '../../store/memory-store.ts';
import type { Collection, Stored } from '../../store/store.ts';
import { noTracing } from '../../telemetry/tracing.ts';
import { SealedJournal, withSealedJournal } from '../sealed-journal.ts';
import { sealer } from '../sealer.ts';

const agencies = ['NO-03/rcn', 'CN-331082/kjj'] as const;
const { aggregates } = withSealedJournal(tallies);

interface Sealed {
  readonly id: string;
  readonly data: {
    readonly date: string;
    readonly page: number;
    readonly isLast: boolean;
    readonly heads: { subject: string; version: number; head: string }[];
  };
}

/** Instances of a service on one store and one topic, with a clock that the test sets. */
export async function aSealingService({ headsMax = 10, isBrokerUp = (): boolean => true } = {}) {
  const store = memoryStore();
  const collections = new Map<string, Collection>();
  for (const { collection } of aggregates) collections.set(collection, await store.collection(collection, { keys: [], tags: [] }));
  const topic: OutgoingMessage[] = [];
  const faults: unknown[] = [];
  const pace = { sendEveryMs: 0, archiveEveryMs: 1, retryFirstMs: 1, retryLastMs: 4 };
  let clock: Instant = '2026-11-27T08:00:00.000Z';

  const instance = () => {
    const publish = async (batch: readonly OutgoingMessage[]) => {
      if (!isBrokerUp()) throw new Error('no broker');
      topic.push(...batch);
    };
    const sending = relay({
      context: 'sealing',
      tracing: noTracing,
      collections,
      aggregates,
      bus: { publish },
      store,
      fault: () => undefined,
      pace,
    });
    const look = { find: async () => undefined, list: async () => [] };
    const commands = commandRunner({
      context: 'tallies',
      store,
      collections,
      relay: sending,
      look,
      agencies: new Set(agencies),
      now: () => clock,
      newId: randomUUID,
    });
    const seals = sealer({ aggregates, collections, commands, agencies, headsMax, fault: (_, fault) => faults.push(fault) });
    const give = (command: string, input: object, options: { id?: string; agency?: (typeof agencies)[number] }) =>
      commands.run({
        aggregate: Tallies,
        command,
        input,
        ...(options.id === undefined ? {} : { id: options.id }),
        actor: officer(options.agency ?? 'NO-03/rcn'),
        idempotencyKey: randomUUID(),
        payloadHash: '',
        ifMatch: '*',
      });
    return {
      begin: (name: string, agency?: (typeof agencies)[number]) => give('begin', { name }, agency ? { agency } : {}),
      add: (id: string) => give('add', { amounts: [1] }, { id }),
      strike: () => seals.strike(clock),
    };
  };

  const journals = collections.get(SealedJournal.collection) as Collection;
  const sealsIn = (agency = 'NO-03.rcn'): Sealed[] =>
    topic
      .filter(({ topic: to }) => to.startsWith(agency))
      .map(({ value }) => JSON.parse(value) as Sealed & { type: string })
      .filter(({ type }) => type === 'xietong.tallies.journal.sealed.v1');
  return {
    instance,
    topic,
    faults,
    sealsIn,
    setClock: (now: Instant) => (clock = now),
    stored: async (agency = 'NO-03.rcn'): Promise<Stored | undefined> => (await journals.load([agency]))[0],
    headOf: async (id: string) => (await collections.get('tallies')?.load([id]))?.[0]?.head,
    isQuiet: async () => (await journals.pendingCount()) === 0,
  };
}

type Service = Awaited<ReturnType<typeof aSealingService>>;
type Instance = ReturnType<Service['instance']>;

/** Strikes until the journal is sealed for this date, as the timer does, and what was sealed has been sent. */
export async function untilSealed(service: Service, date: string, ...instances: Instance[]): Promise<void> {
  await until(`the journal is sealed for ${date}`, async () => {
    await Promise.all(instances.map((each) => each.strike()));
    const state = (await service.stored())?.state as { status: string; date?: string } | undefined;
    return state?.status === 'sealed' && state.date === date && (await service.isQuiet());
  });
}
