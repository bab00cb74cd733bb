import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Instant } from '@xietong/domain';
import { endingWith, type EngineAddresses, findEngines, type ServiceName } from '@xietong/engines';
import { fetchToken, findPlatform, findSecrets, issuerOf, passwordOf, stopPlatform } from '@xietong/start';
import { enginesDirOf } from '@xietong/start/state-files';
import { type DemoClock, demoClock } from '../clock/demo-clock.ts';
import type { Message } from './keep-platform.ts';

export interface DemoPlatformOptions {
  /** What the clock shows at first, and stands at until it is moved. A platform that ran before goes on where it was. */
  readonly startsAt: Instant;
  readonly report: (line: string) => void;
}

/** A platform that runs, and whose services all go by one clock that can be moved. */
export interface DemoPlatform {
  readonly stateDir: string;
  readonly portal: string;
  readonly services: Readonly<Record<ServiceName, string>>;
  readonly keycloak: EngineAddresses['keycloak'];
  /** As tokens name it. */
  readonly issuer: string;
  /** The passwords of the demonstration's people, by user name. */
  readonly passwords: Readonly<Record<string, string>>;
  readonly clock: DemoClock;
  /** A bearer token of one of the demonstration's people, `kjj-officer` for example. */
  token(username: string): Promise<string>;
  /** The process of each service now: a restarted one has another. */
  pids(): Readonly<Record<string, number>>;
  /** Ends the services and the engines; the data stay. */
  stop(): Promise<void>;
}

/**
 * Starts a platform, empty of projects, under a clock that can be moved, in a process that stays when this one ends. Resolves once it can be
 * used; rejects with why it cannot.
 */
export async function startDemoPlatform(stateDir: string, { startsAt, report }: DemoPlatformOptions): Promise<DemoPlatform> {
  await startKeeper(stateDir, startsAt, report);
  const platform = await findDemoPlatform(stateDir);
  if (!platform) throw new Error(`the platform of ${stateDir} ended as soon as it was up`);
  return platform;
}

/** Runs `work` on a platform of its own in a folder of its own. Both end with it: also where it fails, and where this process is told to end. */
export async function withDemoPlatform<Result>(
  options: DemoPlatformOptions,
  work: (platform: DemoPlatform) => Promise<Result>,
): Promise<Result> {
  const stateDir = mkdtempSync(join(tmpdir(), 'xietong-demo-'));
  const end = (): Promise<void> => stopPlatform(stateDir).then(() => rmSync(stateDir, { recursive: true, force: true }));
  return endingWith(end, async () => work(await startDemoPlatform(stateDir, options)));
}

/** The platform that runs whole from this state folder under a clock that can be moved, whoever started it. */
export async function findDemoPlatform(stateDir: string): Promise<DemoPlatform | undefined> {
  const secrets = findSecrets(stateDir);
  if (!findPlatform(stateDir)?.block || !secrets) return undefined;
  const engines = await findEngines({ stateDir: enginesDirOf(stateDir) });
  if (!engines) return undefined;
  const issuer = issuerOf(engines.keycloak);
  const passwords = secrets.people;
  return {
    stateDir,
    portal: urlOf(stateDir, 'portal'),
    services: {
      projects: urlOf(stateDir, 'projects'),
      reporting: urlOf(stateDir, 'reporting'),
      talent: urlOf(stateDir, 'talent'),
    },
    keycloak: engines.keycloak,
    issuer,
    passwords,
    clock: demoClock(stateDir),
    token: (username) => fetchToken({ issuer, clientId: 'xietong-cli', username, password: passwordOf(username, passwords) }),
    pids: () =>
      Object.fromEntries(
        Object.entries(servicesOf(stateDir)).map(
          ([
            name,
            {
              process: { pid },
            },
          ]) => [name, pid],
        ),
      ),
    stop: () => stopPlatform(stateDir),
  };
}

const servicesOf = (stateDir: string) => findPlatform(stateDir)?.services ?? {};

function urlOf(stateDir: string, name: string): string {
  const service = servicesOf(stateDir)[name];
  if (!service) throw new Error(`${name} does not run`);
  return service.url;
}

function startKeeper(stateDir: string, startsAt: Instant, report: (line: string) => void): Promise<void> {
  const logFile = join(stateDir, 'logs', 'start.log');
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'keep-platform.ts'), stateDir, startsAt], {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const end = (): void => void child.kill('SIGTERM');
  process.on('SIGINT', end).on('SIGTERM', end);
  return new Promise<void>((resolve, reject) => {
    child.on('message', (message: Message) => {
      if ('line' in message) report(message.line);
      if ('failed' in message) reject(new Error(message.failed));
      if ('up' in message) resolve();
    });
    child.once('error', reject).once('exit', (code) => reject(new Error(`the platform ended with code ${code ?? 1}; its log: ${logFile}`)));
  }).finally(() => {
    process.off('SIGINT', end).off('SIGTERM', end);
    child.unref();
  });
}
