import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findProcess, type ProcessIdentity } from './process-identity.ts';
import type { ServicePlan } from './services.ts';
import { cloneDir } from './state-files.ts';

const readyTimeoutMs = 60_000;
const pollIntervalMs = 100;
const restartDelayMsFirst = 500;
const restartDelayMsMax = 10_000;
/** A service that ran so long had not failed for a lasting reason: its next restart is quick again. */
const soundAfterMs = 60_000;
const logBytesMax = 20_000_000;
/**
 * What makes a service small: a young generation of 1 MB instead of 16, code for size instead of speed, few malloc arenas, and a
 * compile cache, with which Node loads no type stripper. What each service takes with it stands in `docs/bench.md`; reporting took
 * about 240 MB without. A start that still has to fill the compile cache takes some 10 MB more.
 */
const lean = {
  flags: ['--max-semi-space-size=1', '--optimize-for-size'],
  environment: { NODE_COMPILE_CACHE: join(cloneDir, 'node_modules', '.cache', 'xietong-compiled'), MALLOC_ARENA_MAX: '2' },
};

export interface Watch {
  readonly report: (line: string) => void;
  /** Called each time the service has a new process; whoever is told ends it. */
  readonly onProcess: (name: string, process: ProcessIdentity) => void;
  /** From its abort on the service is not started again. */
  readonly signal: AbortSignal;
}

/**
 * Starts the service, resolves once it is ready, and from then on starts it again whenever it dies.
 * One that dies before it was ready is not started again: its last words are thrown.
 */
export async function superviseService(plan: ServicePlan, watch: Watch): Promise<void> {
  const first = startProcess(plan, watch);
  await untilReady(plan, first.death, watch.signal);
  void keepAlive(plan, watch, first);
}

async function keepAlive(plan: ServicePlan, watch: Watch, first: RunningProcess): Promise<void> {
  const { report, signal } = watch;
  let running = first;
  for (let delayMs = restartDelayMsFirst; ; delayMs = Math.min(delayMs * 2, restartDelayMsMax)) {
    const died = await running.death;
    if (signal.aborted) return;
    if (Date.now() - running.startedAtMs > soundAfterMs) delayMs = restartDelayMsFirst;
    report(`${plan.name} ${died}; it is started again in ${delayMs / 1000} s (its log: ${plan.logFile})`);
    await pause(delayMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    running = startProcess(plan, watch);
  }
}

interface RunningProcess {
  readonly startedAtMs: number;
  /** Resolves with how it ended. */
  readonly death: Promise<string>;
}

function startProcess(plan: ServicePlan, { onProcess }: Watch): RunningProcess {
  const child = spawnService(plan);
  const death = deathOf(child);
  const identity = child.pid === undefined ? undefined : findProcess(child.pid);
  if (identity) onProcess(plan.name, identity);
  return { startedAtMs: Date.now(), death };
}

// In a process group of its own: Ctrl-C in the terminal goes to the supervisor alone, which then ends its services in order.
function spawnService({ mainFile, environment, logFile }: ServicePlan): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  if (existsSync(logFile) && statSync(logFile).size > logBytesMax) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, [...lean.flags, mainFile], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...lean.environment, ...environment },
  });
  closeSync(log);
  return child;
}

const deathOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`));
    child.once('error', (fault) => resolve(`did not start: ${fault.message}`));
  });

async function untilReady({ name, url, logFile }: ServicePlan, death: Promise<string>, signal: AbortSignal): Promise<void> {
  let died: string | undefined;
  void death.then((words) => (died = words));
  const giveUpAtMs = Date.now() + readyTimeoutMs;
  for (;;) {
    const obstacle = await findObstacle(url);
    if (obstacle === undefined) return;
    signal.throwIfAborted();
    if (died !== undefined) throw new Error(`${name} ${died}:\n${lastWords(logFile)}`);
    if (Date.now() > giveUpAtMs)
      throw new Error(`${name} is not ready after ${readyTimeoutMs / 1000} s: ${obstacle} (its log: ${logFile})`);
    await pause(pollIntervalMs);
  }
}

/** What keeps the service from doing its work, in its own words; undefined where it is ready. */
export async function findObstacle(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) });
    const words = await response.text();
    return response.ok ? undefined : words;
  } catch {
    return 'it does not answer';
  }
}

const lastWords = (logFile: string): string => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
