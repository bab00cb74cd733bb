import { join } from 'node:path';
import { downEngines, type EngineAddresses, findEngines, upEngines } from '@xietong/engines';
import { findPlatform, findRecord, type KnownEngines, type PlatformRecord, removeRecord, writeRecord } from './platform-file.ts';
import { endProcess, findProcess } from './process-identity.ts';
import type { ServicePlan } from './services.ts';
import { superviseService } from './supervised-service.ts';

export const enginesDirOf = (stateDir: string): string => join(stateDir, 'engines');

/** How long a service may finish its work before it is ended the hard way. */
const serviceGraceMs = 15_000;
const supervisorGraceMs = 45_000;

// So that `stopPlatform` of a process that started a platform itself does not end that very process.
const runsOfThisProcess = new Map<string, PlatformRun>();

/** One run of a platform: what this process has started, written down for others, and how it ends. */
export class PlatformRun {
  readonly stateDir: string;
  readonly #report: (line: string) => void;
  readonly #ending = new AbortController();
  #record: PlatformRecord;
  #ended: Promise<void> | undefined;

  private constructor(stateDir: string, report: (line: string) => void, record: PlatformRecord) {
    this.stateDir = stateDir;
    this.#report = report;
    this.#record = record;
  }

  /** Takes the state folder for this process and ends what a killed start has left. Throws where a platform runs from it. */
  static async begin(stateDir: string, report: (line: string) => void): Promise<PlatformRun> {
    const supervisor = findProcess(process.pid);
    if (!supervisor) throw new Error('this process does not find itself in the list of processes');
    if (findPlatform(stateDir)) throw new Error(`a platform runs from ${stateDir} already: npm run status, npm stop`);
    const left = findRecord(stateDir);
    const run = new PlatformRun(stateDir, report, { supervisor, services: {}, ownsEngines: left?.ownsEngines ?? false });
    run.note({});
    runsOfThisProcess.set(stateDir, run);
    if (left) await endServices(left);
    return run;
  }

  /** Aborts when the run ends. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Writes down what others may know of this run. */
  note(known: Partial<PlatformRecord>): void {
    this.#record = { ...this.#record, ...known };
    writeRecord(this.stateDir, this.#record);
  }

  async raiseEngines(names: readonly string[]): Promise<EngineAddresses> {
    const stateDir = enginesDirOf(this.stateDir);
    if (!(await findEngines({ stateDir }))) this.note({ ownsEngines: true });
    const engines = await upEngines({ stateDir, with: [...names], report: this.#report });
    this.signal.throwIfAborted();
    this.note({ engines: withoutPasswords(engines) });
    return engines;
  }

  /** Starts a service, watched over until the run ends. */
  async startService(plan: ServicePlan): Promise<void> {
    this.signal.throwIfAborted();
    await superviseService(plan, {
      report: this.#report,
      signal: this.signal,
      onProcess: (name, process) => this.note({ services: { ...this.#record.services, [name]: { url: plan.url, process } } }),
    });
  }

  /** Ends all that this run has started: the services, then the engines. */
  end(): Promise<void> {
    this.#ended ??= this.#end();
    return this.#ended;
  }

  async #end(): Promise<void> {
    this.#ending.abort();
    await endServices(this.#record);
    if (this.#record.ownsEngines) await downEngines({ stateDir: enginesDirOf(this.stateDir) });
    removeRecord(this.stateDir);
    runsOfThisProcess.delete(this.stateDir);
  }
}

/** Ends what this very process has started from the state folder, so far as it has come. */
export const endRunOfThisProcess = async (stateDir: string): Promise<void> => runsOfThisProcess.get(stateDir)?.end();

/** Ends the platform of this state folder, whoever started it, and its engines; leaves no process of it. */
export async function stopPlatform(stateDir: string): Promise<void> {
  await endRunOfThisProcess(stateDir);
  const record = findRecord(stateDir);
  if (record) {
    await endProcess(record.supervisor, supervisorGraceMs);
    await endServices(record);
  }
  await downEngines({ stateDir: enginesDirOf(stateDir) });
  removeRecord(stateDir);
}

const endServices = ({ services }: PlatformRecord): Promise<unknown> =>
  Promise.all(Object.values(services).map(({ process }) => endProcess(process, serviceGraceMs)));

const withoutPasswords = ({ mode, mongo, kafka, keycloak, zipkin }: EngineAddresses): KnownEngines => ({
  mode,
  mongo,
  kafka: { brokers: kafka.brokers },
  keycloak: { url: keycloak.url, realm: keycloak.realm },
  ...(zipkin && { zipkin }),
});
