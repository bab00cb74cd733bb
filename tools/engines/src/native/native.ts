import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineAddresses } from '../addresses.ts';
import type { Errand } from '../errand.ts';
import { getJava, type Java } from '../java.ts';
import { withLock } from '../lock.ts';
import { engineNames, manifest, usualEngines, type EngineName } from '../manifest.ts';
import { isListening, reservePort } from '../ports.ts';
import type { Progress } from '../progress.ts';
import { getSecrets } from '../secrets.ts';
import { findTracked, startTracked, stopTracked } from '../tracked-process.ts';
import { untilReady } from './class-archive.ts';
import type { Engine, Site } from './engine.ts';
import { kafka } from './kafka.ts';
import { keycloak, keycloakAdmin } from './keycloak.ts';
import { mongo, mongoUrl } from './mongo.ts';
import { filesOf, readPorts } from './set-files.ts';
import { zipkin } from './zipkin.ts';

const engines: Record<EngineName, Engine> = { mongo, kafka, keycloak, zipkin };

/** Starts of this very process that are not through: `down` ends them first. */
const underWay = new Map<string, AbortController>();

/** Starts what does not run yet, all at once, and answers when all serve. */
export async function upNative(stateDir: string, names: readonly EngineName[], progress: Progress): Promise<EngineAddresses> {
  mkdirSync(join(stateDir, 'logs'), { recursive: true, mode: 0o700 });
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('native engines are for Linux on x64: set XIETONG_ENGINES=docker or XIETONG_ENGINES=external');
  return withLock(`engines ${stateDir}`, async () => {
    const stopped = new AbortController();
    underWay.set(stateDir, stopped);
    const errand = { progress, signal: stopped.signal };
    let found: Promise<Java> | undefined;
    const java = () => (found ??= getJava(errand));
    const results = await Promise.allSettled(names.map((name) => raise(stateDir, name, java, errand)));
    underWay.delete(stateDir);
    const faults = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
    if (faults.length > 0) throw new AggregateError(faults, faults.map((fault) => fault.message).join('\n'));
    return addressesOf(stateDir);
  });
}

/** Stops every engine of the set, whichever of them run or are being started. */
export async function downNative(stateDir: string): Promise<void> {
  if (!existsSync(stateDir)) return;
  underWay.get(stateDir)?.abort();
  await withLock(`engines ${stateDir}`, async () => {
    await Promise.all(engineNames.map((name) => stopTracked(filesOf(stateDir, name).pidFile)));
  });
}

/** Where the set answers, if all its usual engines run. */
export async function findNative(stateDir: string): Promise<EngineAddresses | undefined> {
  const running = await Promise.all(usualEngines.map((name) => isUp(stateDir, name)));
  return running.every(Boolean) ? addressesOf(stateDir) : undefined;
}

/** Whether the engine's process runs and takes connections. */
export async function isUp(stateDir: string, name: EngineName): Promise<boolean> {
  const { pidFile } = filesOf(stateDir, name);
  const port = readPorts(stateDir, name)?.['main'];
  return port !== undefined && findTracked(pidFile) !== undefined && (await isListening(port));
}

async function raise(stateDir: string, name: EngineName, java: () => Promise<Java>, errand: Errand): Promise<void> {
  const { dir, pidFile, portsFile, logFile } = filesOf(stateDir, name);
  const title = `${manifest[name].title} ${manifest[name].version}`;
  const site = (ports: Record<string, number>): Site => ({ dir, ports, secrets: getSecrets(stateDir), java, ...errand });
  const startedAt = Date.now();
  const ports = readPorts(stateDir, name);
  if (ports && findTracked(pidFile)) {
    await untilReady(title, pidFile, logFile, errand.signal, () => engines[name].isReady(site(ports)));
    return;
  }
  const reserved = await Promise.all(
    Object.entries(manifest[name].ports).map(async ([use, usual]) => ({
      use,
      ...(await reservePort([...(ports?.[use] ? [ports[use]] : []), usual])),
    })),
  );
  try {
    const chosen = Object.fromEntries(reserved.map(({ use, port }) => [use, port]));
    const command = await engines[name].prepare(site(chosen));
    errand.signal.throwIfAborted();
    // Whoever is killed in the middle of writing leaves the file before whole: without its ports a set could not be started again.
    writeFileSync(`${portsFile}.part`, JSON.stringify(chosen));
    renameSync(`${portsFile}.part`, portsFile);
    await startTracked(command, pidFile, logFile);
    await untilReady(title, pidFile, logFile, errand.signal, () => engines[name].isReady(site(chosen)));
    errand.progress.line(`${title} serves on 127.0.0.1:${chosen['main']} after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  } finally {
    for (const { release } of reserved) release();
  }
}

function addressesOf(stateDir: string): EngineAddresses {
  const portOf = (name: EngineName) => readPorts(stateDir, name)?.['main'] ?? 0;
  return {
    mode: 'native',
    mongo: { url: mongoUrl(portOf('mongo')) },
    kafka: { brokers: [`127.0.0.1:${portOf('kafka')}`], admin: { username: 'admin', password: getSecrets(stateDir).kafkaAdmin } },
    keycloak: { url: `http://127.0.0.1:${portOf('keycloak')}`, realm: 'xietong', admin: keycloakAdmin(filesOf(stateDir, 'keycloak').dir) },
    ...(findTracked(filesOf(stateDir, 'zipkin').pidFile) ? { zipkin: { url: `http://127.0.0.1:${portOf('zipkin')}` } } : {}),
  };
}
