import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { reservePort } from '@xietong/engines';
import type { AgencyRef } from '@xietong/kernel';
import { provisionTopics, topicOf } from '@xietong/runtime';
import type { KafkaCredentials } from '@xietong/runtime/parts';
import { serviceEnvironment, type TokenIssuer } from '@xietong/runtime/testing';
import { type Random, randomOf } from '@xietong/testing';
import { pino } from 'pino';
import { Driver } from '../driver/driver.ts';
import type { Door } from '../driver/send-order.ts';
import { openProjectsStore, type ProjectsStore } from '../oracle/projects-store.ts';
import type { Engines, OwnEngines } from './engines.ts';
import { removeTopic } from './kafka-topic.ts';
import { cloneDir, type ServicePlan, ServiceProcess } from './service-process.ts';
import { staffToken } from './staff-token.ts';

/** What all scenarios of a run share. */
export interface Stage {
  readonly engines: Engines;
  /** Only where the engines are ours to break. */
  readonly own?: OwnEngines;
  readonly issuer: TokenIssuer;
  readonly folder: string;
  readonly seed: number;
  /** How often a scenario kills at each of its points. */
  readonly kills: number;
  /** Whether outages last as long as checks.md asks for, instead of a minute. */
  readonly long: boolean;
  readonly report: (line: string) => void;
}

/** How a service differs from the usual one. */
export type ServiceChanges = Partial<Pick<ServicePlan, 'file' | 'preload' | 'environment'>> & { readonly name?: string };

interface DriveOptions {
  readonly door: () => string;
  readonly clients?: number;
  /** Where others have given commands before: what these clients' names begin with. */
  readonly names?: string;
  readonly restMsMax?: number;
  /** Another than the usual one. */
  readonly token?: string;
}

/** One scenario's own part of the engines: an agency with its topic, its documents, services on ports of their own. */
export class World {
  readonly stage: Stage;
  readonly agency: AgencyRef;
  readonly topic: string;
  readonly credentials: KafkaCredentials;
  readonly random: Random;
  readonly folder: string;
  readonly store: ProjectsStore;
  readonly token: string;
  readonly #services: ServiceProcess[] = [];
  readonly #releases: (() => void)[] = [];

  private constructor(stage: Stage, scenario: number, agency: AgencyRef, store: ProjectsStore, token: string) {
    this.stage = stage;
    this.agency = agency;
    this.topic = topicOf(agency, 'projects');
    this.credentials = credentialsOf(stage.engines);
    this.random = randomOf(stage.seed).fork(`scenario ${scenario}`);
    this.folder = join(stage.folder, `scenario-${scenario}`);
    this.store = store;
    this.token = token;
  }

  static async open(stage: Stage, scenario: number): Promise<World> {
    // Engines outlive a run, so the agency is of this run alone.
    const agency: AgencyRef = `NO-03/f${scenario}-${Date.now().toString(36)}`;
    const store = await openProjectsStore(stage.engines.mongo.url, agency);
    const world = new World(stage, scenario, agency, store, await staffToken(stage.issuer, agency));
    await world.makeTopic();
    mkdirSync(world.folder, { recursive: true });
    return world;
  }

  /** Makes the agency's topic, where it is not there. */
  async makeTopic(): Promise<void> {
    const provision = { agencies: [this.agency], contexts: ['projects'], partitions: 3, readers: [] };
    await provisionTopics(this.credentials, provision, pino({ level: 'silent' }));
  }

  get dataDir(): string {
    return join(this.folder, 'data');
  }

  /** The engines of the run, where they are its own; a scenario that breaks engines has no business with anybody else's. */
  get ownEngines(): OwnEngines {
    const { own } = this.stage;
    if (!own) throw new Error('this scenario breaks engines, and needs a set of its own');
    return own;
  }

  report(line: string): void {
    this.stage.report(line);
  }

  /** A service that is not started yet, on a port that is its own until the world closes. */
  async service(context: 'projects' | 'reporting', changes: ServiceChanges = {}): Promise<ServiceProcess> {
    const { port, release } = await reservePort([]);
    this.#releases.push(release);
    const name = changes.name ?? context;
    const service = new ServiceProcess({
      name,
      port,
      file: changes.file ?? join(cloneDir, 'apps', context, 'src', 'main.ts'),
      preload: changes.preload ?? [],
      environment: { ...this.environment(), ...changes.environment },
      logFile: join(this.folder, `${name}.log`),
    });
    this.#services.push(service);
    return service;
  }

  /** What a service of this world is told. */
  environment(): Record<string, string> {
    const { folder, agency, stage } = this;
    return {
      ...serviceEnvironment(stage.engines, { folder, issuer: stage.issuer.url, agencies: [agency] }),
      XIETONG_DATA_DIR: this.dataDir,
      LOG_LEVEL: 'info',
    };
  }

  /** Clients that are not started yet. */
  drive({ door, clients = 6, names = 'c', restMsMax, token = this.token }: DriveOptions): Driver {
    return new Driver({
      agency: this.agency,
      door: (): Door => ({ url: door(), token }),
      clients,
      names,
      random: this.random.fork('clients'),
      file: join(this.folder, `acknowledged-${names}.jsonl`),
      ...(restMsMax === undefined ? {} : { restMsMax }),
    });
  }

  /** Ends what still runs and removes what the scenario left in the engines. */
  async close(): Promise<void> {
    await Promise.all(this.#services.map((service) => service.kill()));
    for (const release of this.#releases) release();
    await this.store.clear();
    await this.store.close();
    await removeTopic(this.credentials, this.topic);
  }
}

const credentialsOf = ({ kafka }: Engines): KafkaCredentials => ({ brokers: kafka.brokers, ...kafka.admin });
