import { findPlatform, findRecord, type PlatformRecord, removeRecord, writeRecord } from './platform-file.ts';
import { endProcess, findProcess } from './process-identity.ts';
import type { ServicePlan } from './services.ts';
import { superviseService } from './supervised-service.ts';

/** How long a service may finish its work before it is ended the hard way. */
const serviceGraceMs = 15_000;
const supervisorGraceMs = 45_000;

// So that `stopPlatform` of a process that started a platform itself does not end that very process.
const runsOfThisProcess = new Map<string, PlatformRun>();

/** What brings a platform up asks of the process that watches over it. */
export interface Supervisor {
  readonly stateDir: string;
  /** Aborts when the platform is to end. */
  readonly signal: AbortSignal;
  /** Writes down what others may know of the platform. */
  note(known: Partial<PlatformRecord>): void;
  /** Starts a service and resolves once it is ready; from then on it is started again whenever it dies. */
  startService(plan: ServicePlan): Promise<void>;
}

/** One run of a platform: what this process has started, written down for others, and how it ends. */
export class PlatformRun implements Supervisor {
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

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  note(known: Partial<PlatformRecord>): void {
    this.#record = { ...this.#record, ...known };
    writeRecord(this.stateDir, this.#record);
  }

  async startService(plan: ServicePlan): Promise<void> {
    this.signal.throwIfAborted();
    await superviseService(plan, {
      report: this.#report,
      signal: this.signal,
      onProcess: (name, process) => this.note({ services: { ...this.#record.services, [name]: { url: plan.url, process } } }),
    });
  }

  pids(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.#record.services).map(([name, { process }]) => [name, process.pid]));
  }

  /** Ends all that this run has started: the services, then the engines. */
  end(): Promise<void> {
    this.#ended ??= this.#end();
    return this.#ended;
  }

  async #end(): Promise<void> {
    this.#ending.abort();
    await endServices(this.#record);
    if (this.#record.ownsEngines) await takeEnginesDown(this.stateDir);
    removeRecord(this.stateDir);
    runsOfThisProcess.delete(this.stateDir);
  }
}

/** Ends the platform of this state folder, whoever started it, and its engines; leaves no process of it. */
export async function stopPlatform(stateDir: string): Promise<void> {
  await runsOfThisProcess.get(stateDir)?.end();
  const record = findRecord(stateDir);
  if (record) {
    await endProcess(record.supervisor, supervisorGraceMs);
    await endServices(record);
  }
  await takeEnginesDown(stateDir);
  removeRecord(stateDir);
}

const endServices = ({ services }: PlatformRecord): Promise<unknown> =>
  Promise.all(Object.values(services).map(({ process }) => endProcess(process, serviceGraceMs)));

// Loaded only now: the process that watches over a platform day and night stays small.
const takeEnginesDown = async (stateDir: string): Promise<void> => (await import('./engines-down.ts')).takeEnginesDown(stateDir);
