import { randomUUID } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Instant } from '@xietong/domain';
import { type Actor, DeclarationFault, keepsRecords, type Lookup, type Service } from '@xietong/kernel';
import type { Logger } from 'pino';
import { clamdScan } from './attachments/clamd.ts';
import type { Scan } from './attachments/scanner.ts';
import { keycloakGuard } from './access/keycloak-guard.ts';
import { verifier } from './access/verifier.ts';
import type { Bus, ConsumeRequest, Consumption } from './bus/bus.ts';
import { KafkaBus } from './bus/kafka-bus.ts';
import { type Agency, readAgencies } from './config/agencies.ts';
import { type Config, needsOf, parseConfig } from './config/config.ts';
import { httpService } from './http/http-service.ts';
import { httpServer } from './http/limits.ts';
import { startingApp } from './http/starting-app.ts';
import { withSealedJournal } from './journal/sealed-journal.ts';
import type { ParkingDesk } from './parking/parking-desk.ts';
import type { ParkedTally } from './parking/parking-lot.ts';
import { type Checks, notHalted, type Readiness, reading, readinessOf } from './readiness.ts';
import { startWritePath, type WritePath } from './write-path.ts';
import { makeLog } from './telemetry/log.ts';
import { type EventAges, eventAges } from './telemetry/event-ages.ts';
import { type Metrics, metricsOf } from './telemetry/metrics.ts';
import { measureService } from './telemetry/service-measures.ts';
import { startTracing, type Tracing } from './telemetry/tracing.ts';

/** What a service's own adapters may use of the runtime. */
export interface Engines {
  readonly config: Config;
  readonly bus: Bus;
  readonly log: Logger;
  readonly agencies: readonly Agency[];
  readonly tracing: Tracing;
  /** What the service takes for the time. */
  readonly now: () => Instant;
  /** Into the service's own documents, for queries; only of a service that has some. */
  readonly look?: Lookup;
}

/** What a declaration cannot say for itself. */
export interface Adapters {
  /** By query name: the output, or a refusal. */
  readonly answers?: Readonly<Record<string, (input: never, actor: Actor) => Promise<unknown>>>;
  /** Consumers of its own; their health drives readiness. */
  readonly consumers?: readonly ({ readonly name: string } & ConsumeRequest)[];
  /** What its consumers have made of what they read, for the metrics: by consumer and state (`applied`, `waiting`, `parked`). */
  readonly consumed?: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  /** What its consumers have parked, for the metrics. */
  readonly parked?: () => Promise<readonly ParkedTally[]>;
  /** Where an operator decides about what its consumers have parked. */
  readonly parking?: ParkingDesk;
  readonly stop?: () => Promise<void>;
}

export interface StartOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly adapt?: (engines: Engines) => Promise<Adapters>;
  /** What the service takes for the time in all that it decides and stores; the machine's clock unless told otherwise. Tokens are checked by the machine's. */
  readonly now?: () => Instant;
}

/** A service that listens. `stop` turns unready first, lets work in flight finish, then closes what it opened. */
export interface StartedService {
  readonly port: number;
  /** Gives every command whose moment has come, until none is left, as the service's own clock does every ten seconds. Resolves with how many there were. */
  strike(): Promise<number>;
  stop(why: string): Promise<void>;
}

/** After turning unready, so that a load balancer sees it before connections close. */
const unreadyFirstMs = 250;
const drainMsMax = 10_000;

/** Starts a declaration on its real engines. An engine that is away makes it unready, not absent. */
export async function startService(declared: Service, { environment, adapt, now = machineNow }: StartOptions): Promise<StartedService> {
  const service = withSealedJournal(declared);
  const config = parseConfig(environment, needsOf(service));
  const { agencies } = readAgencies(config.XIETONG_AGENCIES_FILE);
  const name = `xietong-${service.context}`;
  const log = makeLog(name, config.LOG_LEVEL);
  const tracing = await startTracing(name, config.OTEL_TRACES_EXPORTER);
  const consumers = new Map<string, { readonly consumption: Consumption; readonly ages: EventAges }>();
  let writePath: WritePath | undefined;
  let adapters: Adapters = {};
  let stopping = false;
  let readiness = async (): Promise<Readiness> => ({ ready: false, checks: {} });

  const metrics: Metrics = metricsOf(
    name,
    (all) =>
      measureService(
        {
          readiness: () => readiness(),
          consumers,
          consumed: async () => (await adapters.consumed?.()) ?? {},
          parked: async () => [...((await adapters.parked?.()) ?? []), ...((await writePath?.store.parking.tally()) ?? [])],
          writePath: async (to) => writePath?.measure(to),
        },
        all,
      ),
    fault,
  );
  function fault(what: string, err: unknown): void {
    metrics.faults.inc({ what });
    log.error({ err }, what);
  }

  let handle: RequestListener = startingApp;
  const server = httpServer((request, response) => {
    // A caller that keeps its connection busy would keep a closing server open for ever.
    if (!server.listening) response.setHeader('Connection', 'close');
    handle(request, response);
  });
  const port = await listen(server, config);
  log.info({ port }, 'listening');

  const credentials = {
    brokers: config.XIETONG_KAFKA_BROKERS,
    username: config.XIETONG_KAFKA_USERNAME,
    password: config.XIETONG_KAFKA_PASSWORD,
  };
  const bus = new KafkaBus({ credentials, agencies, log });
  const url = config.XIETONG_MONGO_URL;
  if (keepsRecords(service) && url !== undefined) {
    // Loaded where it is needed only: a service without records is spared Mongoose's 20 MB.
    const { mongoStore } = await import('./store/mongo-store.ts');
    const connect = () => mongoStore(url, name);
    writePath = await startWritePath({
      service,
      agencies: agencies.map(({ ref }) => ref),
      connect,
      bus,
      tracing,
      metrics,
      fault,
      now,
      newId: randomUUID,
    });
  }
  adapters = (await adapt?.({ config, bus, log, agencies, tracing, now, ...(writePath ? { look: writePath.look } : {}) })) ?? {};
  mustBeDeclared(service, adapters);
  for (const consumer of [...(writePath?.consumers ?? []), ...(adapters.consumers ?? [])]) {
    const ages = eventAges(Date.now, (seconds) => metrics.applied.observe({ consumer: consumer.name }, seconds));
    consumers.set(consumer.name, { consumption: await bus.consume({ ...consumer, handle: ages.watched(consumer.handle) }), ages });
  }

  const broker = { kafka: () => bus.ping() };
  const ofConsumers = (check: typeof reading): Checks =>
    Object.fromEntries([...consumers].map(([consumer, { consumption }]) => [`consumer ${consumer}`, check(consumption)]));
  const reads = { ...broker, ...ofConsumers(reading) };
  const [needed, told] = writePath ? [{ mongo: writePath.store.ping, ...ofConsumers(notHalted) }, reads] : [reads, {}];

  readiness = async () => {
    const { ready, checks } = await readinessOf(needed, told);
    return stopping ? { ready: false, checks: { ...checks, process: 'stopping' } } : { ready, checks };
  };

  handle = httpService({
    service,
    collections: writePath?.collections ?? new Map(),
    ...(writePath ? { journal: writePath.store.journal, commands: writePath.commands } : {}),
    ...(writePath?.attachments ? { attachments: writePath.attachments } : {}),
    ...scanOf(config),
    newId: randomUUID,
    answers: adapters.answers ?? {},
    ...parkingOf(adapters, writePath),
    agencies,
    verify: verifier({ issuer: config.XIETONG_OIDC_ISSUER, audience: name, pseudonymKey: config.XIETONG_PSEUDONYM_KEY, log }),
    guard: keycloakGuard({ issuer: config.XIETONG_OIDC_ISSUER, clientId: name }),
    log,
    answered: (as, seconds) => metrics.requests.observe(as, seconds),
    readiness,
    metrics: metrics.text,
    now,
  });
  log.info('started');

  return {
    port,
    strike: async () => (await writePath?.strike()) ?? 0,
    async stop(why) {
      if (stopping) return;
      stopping = true;
      log.info({ why }, 'stopping');
      await pause(unreadyFirstMs);
      await closeServer(server);
      await Promise.all([...consumers.values()].map(({ consumption }) => consumption.stop()));
      await writePath?.stop(drainMsMax);
      await adapters.stop?.();
      await bus.close();
      await writePath?.store.close();
      // Spans that cannot be handed over are lost; the stop is none the less in order.
      await tracing.stop().catch((err: unknown) => log.warn({ err }, 'the last spans were not handed over'));
      log.info('stopped');
    },
  };
}

// Routes and descriptions are drawn from the declaration, so a consumer that it does not name would have no desk.
function mustBeDeclared({ context, consumers: declared }: Service, { consumers = [] }: Adapters): void {
  const unnamed = consumers.filter(({ name }) => !declared.includes(name));
  if (unnamed.length > 0)
    throw new DeclarationFault(
      context,
      unnamed.map(({ name }) => `its adapters bring the consumer '${name}': name it in 'consumers'`),
    );
}

// A service whose adapters keep what they read has no write path beside it.
function parkingOf(adapters: Adapters, writePath: WritePath | undefined): { parking?: ParkingDesk } {
  const parking = adapters.parking ?? writePath?.parking;
  return parking ? { parking } : {};
}

function scanOf({ XIETONG_CLAMD_ADDRESS: address }: Config): { scan?: Scan } {
  if (address === undefined) return {};
  const { hostname, port } = new URL(`tcp://${address}`);
  return { scan: clamdScan({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }) };
}

const machineNow = (): Instant => new Date().toISOString() as Instant;

async function listen(server: Server, { PORT, HOST }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(PORT, HOST, resolve));
  return (server.address() as AddressInfo).port;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await closed;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
