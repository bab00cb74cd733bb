import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Actor, Service } from '@xietong/kernel';
import type { Verify } from '../../../access/verifier.ts';
import { commandRunner } from '../../../commit/command-runner.ts';
import { lookupOf } from '../../../commit/lookup.ts';
import { consumerDesk } from '../../../parking/consumer-desk.ts';
import { memoryStore } from '../../../store/memory-store.ts';
import { keyNamesOf } from '../../../store/store-keys.ts';
import type { Collection } from '../../../store/store.ts';
import { type HttpServiceParts, httpService } from '../../http-service.ts';
import { httpServer } from '../../limits.ts';

/** A declared service over its real routes, its real write path and a store in memory; what its adapters would do is noted, not done. */
export interface TriedService {
  readonly url: string;
  /** What came through to a rule, a query or an operator's decision since the last look. */
  takePassed(): string[];
  /** All of these documents: state, version, receipts and events that wait. */
  contents(ids: readonly string[]): Promise<unknown>;
  stop(): Promise<void>;
}

/** For whose agencies it is raised, and what its projections hold of other contexts, by name and id. */
export interface Surroundings {
  readonly served: readonly Actor[];
  readonly records: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

export async function tryService(
  service: Service,
  verify: Verify,
  { served, records }: Surroundings,
  replaced: Partial<HttpServiceParts> = {},
): Promise<TriedService> {
  const store = memoryStore();
  const collections = new Map<string, Collection>();
  for (const aggregate of service.aggregates) {
    const { collection, tags } = aggregate;
    collections.set(collection, await store.collection(collection, { keys: keyNamesOf(aggregate), tags: Object.keys(tags) }));
  }
  for (const [name, held] of Object.entries(records)) {
    for (const [id, record] of Object.entries(held)) await store.projections.put(name, id, { version: 1, source: '', record });
  }
  const attachments = await store.attachments();
  let passed: string[] = [];
  const now = () => '2026-06-01T08:00:00.000Z' as const;
  const runner = commandRunner({
    context: service.context,
    store,
    collections,
    relay: { handOver: () => undefined },
    look: lookupOf(store, collections, service.projections),
    attachments,
    agencies: new Set(served.flatMap(({ agency }) => agency ?? [])),
    now,
    newId: randomUUID,
  });
  const desk = consumerDesk({ lot: store.parking, applications: [], now });
  const noting = <Args extends unknown[], Answer>(what: string, act: (...args: Args) => Answer) => {
    return (...args: Args): Answer => {
      passed.push(what);
      return act(...args);
    };
  };
  const server = httpServer(
    httpService({
      service,
      collections,
      journal: store.journal,
      now,
      newId: randomUUID,
      attachments,
      commands: { run: (command) => noting(`command ${command.command}`, runner.run)(command) },
      answers: Object.fromEntries(service.queries.map(({ name }) => [name, noting(`query ${name}`, async () => ({}))])),
      parking: {
        ...desk,
        mend: noting('mend', desk.mend),
        discard: noting('discard', desk.discard),
        replay: noting('replay', desk.replay),
      },
      verify,
      log: { debug: () => undefined, info: () => undefined, error: () => undefined } as HttpServiceParts['log'],
      readiness: async () => ({ ready: true, checks: {} }),
      metrics: async () => '',
      agencies: served.flatMap(({ agency }) => (agency ? [{ ref: agency }] : [])),
      ...replaced,
    }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A test that fails before it stops its servers must not keep the run from ending.
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takePassed() {
      const taken = passed;
      passed = [];
      return taken;
    },
    contents: (ids) =>
      Promise.all([...collections.values()].map(async (each) => [await each.load([...ids]), [...(await each.outbox([...ids]))]])),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
