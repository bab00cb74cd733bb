import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@xietong/testing';

/** The clone that is tested. */
export const cloneDir = join(import.meta.dirname, '..', '..', '..', '..');

export interface ServicePlan {
  readonly name: string;
  /** What to run; the service's own `main.ts`, or one of `children/` that runs it with something added. */
  readonly file: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Modules that are loaded before the service. */
  readonly preload?: readonly string[];
  readonly logFile: string;
}

const readyWithinMs = 90_000;

const alive = new Set<ChildProcess>();
// Whatever ends this process must leave none of its services behind.
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** A real service in a process of its own, at the same address however often it is started. */
export class ServiceProcess {
  readonly url: string;
  readonly plan: ServicePlan;
  #child: ChildProcess | undefined;
  #ended: Promise<number | NodeJS.Signals> = Promise.resolve(0);
  #listeners: ((message: unknown) => void)[] = [];

  constructor(plan: ServicePlan) {
    this.plan = plan;
    this.url = `http://127.0.0.1:${plan.port}`;
  }

  /** Called with each message that the process sends, also after it was started again. */
  onMessage(listener: (message: unknown) => void): void {
    this.#listeners.push(listener);
  }

  /** Starts it and resolves when it is ready. `environment` adds to the plan's. */
  async start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    this.spawn(environment);
    await this.untilReady();
  }

  /** Starts it and waits for nothing. */
  spawn(environment: Readonly<Record<string, string>> = {}): void {
    const { file, port, preload = [], logFile } = this.plan;
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(process.execPath, [...preload.flatMap((module) => ['--import', module]), file], {
      stdio: ['ignore', log, log, 'ipc'],
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: join(cloneDir, 'node_modules', '.cache', 'xietong-compiled'),
        ...this.plan.environment,
        ...environment,
        HOST: '127.0.0.1',
        PORT: String(port),
      },
    });
    closeSync(log);
    alive.add(child);
    child.on('message', (message) => this.#listeners.forEach((listener) => listener(message)));
    this.#child = child;
    this.#ended = new Promise((resolve) =>
      child.once('exit', (code, signal) => {
        alive.delete(child);
        if (this.#child === child) this.#child = undefined;
        resolve(signal ?? code ?? 0);
      }),
    );
  }

  get isRunning(): boolean {
    return this.#child !== undefined;
  }

  /** Resolves with the exit code or the signal of the process that runs now. */
  get ended(): Promise<number | NodeJS.Signals> {
    return this.#ended;
  }

  async untilReady(): Promise<void> {
    const isReady = async (): Promise<boolean> => {
      if (!this.isRunning) throw new Error(`${this.plan.name} ended before it was ready:\n${this.lastWords()}`);
      return (await this.readiness()).status === 200;
    };
    await until(`${this.plan.name} is ready`, isReady, readyWithinMs);
  }

  /** What `/readyz` answers; status 0 where nobody listens. */
  async readiness(): Promise<{ status: number; text: string }> {
    try {
      const response = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(3_000) });
      return { status: response.status, text: await response.text() };
    } catch {
      return { status: 0, text: '' };
    }
  }

  /** `kill -9`; resolves when it is gone. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#ended;
  }

  /** Asks it to end in order; resolves with the exit code or signal. */
  async terminate(): Promise<number | NodeJS.Signals> {
    this.#child?.kill('SIGTERM');
    return this.#ended;
  }

  lastWords(): string {
    return readFileSync(this.plan.logFile, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  }
}
