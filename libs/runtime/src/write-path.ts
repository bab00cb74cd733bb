import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '@xietong/domain';
import { type AgencyRef, type Lookup, type Service, takesAttachments } from '@xietong/kernel';
import type { AttachmentStore } from './attachments/attachment-store.ts';
import { attachmentSweep } from './attachments/attachment-sweep.ts';
import type { Bus, ConsumeRequest } from './bus/bus.ts';
import { commandRunner } from './commit/command-runner.ts';
import { lookupOf } from './commit/lookup.ts';
import { observedRunner } from './commit/observed-runner.ts';
import type { CommandRunner } from './commit/outcome.ts';
import { applicationsOf } from './consume/application.ts';
import { eventFollowers } from './consume/event-followers.ts';
import { sharedConsumer } from './consume/shared-consumer.ts';
import { deadlines } from './deadlines/deadlines.ts';
import { consumerDesk } from './parking/consumer-desk.ts';
import type { ParkingDesk } from './parking/parking-desk.ts';
import { sealer } from './journal/sealer.ts';
import { relay } from './relay/relay.ts';
import { keyNamesOf } from './store/store-keys.ts';
import type { Collection, Store } from './store/store.ts';
import type { Metrics } from './telemetry/metrics.ts';
import { measureWritePath } from './telemetry/write-path-measures.ts';
import type { Tracing } from './telemetry/tracing.ts';

export interface WritePathParts {
  readonly service: Service;
  /** The agencies that this deployment serves: their journals are sealed here. */
  readonly agencies: readonly AgencyRef[];
  /** Opens the service's database; tried again until it answers. */
  readonly connect: () => Promise<Store>;
  readonly bus: Bus;
  readonly tracing: Tracing;
  readonly metrics: Pick<Metrics, 'commands'>;
  readonly fault: (what: string, fault: unknown) => void;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/** All of a service that writes: its documents, its commands, and what carries their events out. */
export interface WritePath {
  readonly store: Store;
  readonly collections: ReadonlyMap<string, Collection>;
  readonly commands: CommandRunner;
  readonly look: Lookup;
  /** Only of a service whose commands name files. */
  readonly attachments?: AttachmentStore;
  readonly consumers: readonly ({ readonly name: string } & ConsumeRequest)[];
  readonly parking: ParkingDesk;
  /** Gives every command whose moment has come, until none is left; resolves with how many there were. */
  strike(): Promise<number>;
  measure(metrics: Metrics): Promise<void>;
  stop(drainMsMax: number): Promise<void>;
}

/** How often a journal that is being sealed gets its next page, and a database that does not answer is tried. */
const everyMs = 1_000;
/**
 * How often the clock looks for deadlines, and the sweep for what a crash left: an idle service pays for every look, and nothing in the
 * field is due to the second.
 */
const lookEveryMs = 10_000;
/** How long reactions and projections let events gather while more come: a person does not notice, and a batch is ten times as large. */
const restMs = 100;
/** How often is looked for files that nobody has named for a day: an hour more or less is nothing to them. */
const sweepAttachmentsEveryMs = 600_000;
/** What has waited longer than this was left behind; the relay of a healthy process is done within milliseconds. */
const leftBehindMs = 5_000;
/** What is dated so far in the future was left by an instance whose clock was ahead, and would wait until ours has come so far. */
const aheadMs = 60_000;

/** Starts the write path; waits for the database as long as it takes. */
export async function startWritePath(parts: WritePathParts): Promise<WritePath> {
  const { service, bus, fault, now, metrics, tracing } = parts;
  const store = await connected(parts);
  const collections = new Map<string, Collection>();
  for (const aggregate of service.aggregates) {
    const { collection, tags } = aggregate;
    collections.set(collection, await store.collection(collection, { keys: keyNamesOf(aggregate), tags: Object.keys(tags) }));
  }
  await store.projections.foundBy([...new Set(service.projections.flatMap(({ foundBy }) => foundBy))]);
  await store.journal.declare({ ...service, agencies: parts.agencies });
  const sending = relay({
    context: service.context,
    tracing,
    collections,
    aggregates: service.aggregates,
    bus,
    store,
    fault,
  });
  const attachments = takesAttachments(service) ? { attachments: await store.attachments() } : {};
  const look = lookupOf(store, collections, service.projections);
  const runner = commandRunner({
    context: service.context,
    store,
    collections,
    relay: sending,
    look,
    ...attachments,
    agencies: new Set(parts.agencies),
    now,
    newId: parts.newId,
  });
  const commands = observedRunner(runner, service.context, tracing, metrics);
  const clock = deadlines({ aggregates: service.aggregates, store, commands, fault });
  const applications = applicationsOf({ service, commands, projections: store.projections });
  const followers = eventFollowers({
    context: service.context,
    agencies: parts.agencies,
    applications,
    parking: store.parking,
    tracing,
    now,
  });
  const strike = inTurn(() => clock.strike(now()));
  const seals = sealer({ aggregates: service.aggregates, collections, commands, agencies: parts.agencies, fault });
  const timers = [
    every(everyMs, () => seals.strike(now()), 'journals are not sealed', fault),
    every(lookEveryMs, strike, 'deadlines are not struck', fault),
    every(lookEveryMs, () => sending.sweep(shifted(now(), -leftBehindMs), shifted(now(), aheadMs)), 'the outbox is not swept', fault),
  ];

  if (attachments.attachments) {
    const { aggregates } = service;
    const sweep = attachmentSweep({ attachments: attachments.attachments, aggregates, collections, journal: store.journal });
    timers.push(every(sweepAttachmentsEveryMs, () => sweep.strike(now()), 'attachments are not swept', fault));
  }

  return {
    store,
    collections,
    commands,
    look,
    ...attachments,
    consumers: sharedConsumer(followers, {
      context: service.context,
      identity: store.identity,
      rest: () => delay(restMs),
    }),
    parking: consumerDesk({ lot: store.parking, applications, now }),
    async strike() {
      let struck = 0;
      for (let round = await strike(); round > 0; round = await strike()) struck += round;
      return struck;
    },
    async measure(all) {
      await Promise.all([
        measureWritePath({ aggregates: service.aggregates, store, collections, agencies: parts.agencies }, now(), all),
        ...followers.map(async ({ name }) =>
          all.consumed.set({ consumer: name, state: 'parked' }, await store.parking.count({ consumer: name })),
        ),
      ]);
    },
    async stop(drainMsMax) {
      await Promise.all(timers.map((stopTimer) => stopTimer()));
      await sending.drain(drainMsMax);
    },
  };
}

async function connected({ connect, fault }: WritePathParts): Promise<Store> {
  for (;;) {
    try {
      return await connect();
    } catch (err) {
      fault('the database does not answer yet', err);
      await delay(everyMs);
    }
  }
}

/** Runs `work` at once and then again and again, a pause after each; the returned function stops it and waits for the round in hand. */
function every(
  pauseMs: number,
  work: () => Promise<unknown>,
  what: string,
  fault: (what: string, fault: unknown) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  let stopped = false;
  const again = (afterMs: number): void => {
    timer = setTimeout(() => {
      round = work()
        .then(() => undefined)
        .catch((err: unknown) => fault(what, err))
        .then(() => (stopped ? undefined : again(pauseMs)));
    }, afterMs);
  };
  again(0);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await round;
  };
}

/** Rounds of the same work, one after the other: who asks for one while another runs gets a round that begins after it. */
function inTurn<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const round = last.then(work, work);
    last = round;
    return round;
  };
}

const shifted = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString() as Instant;
