import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineAddresses, upEngines } from '@xietong/engines';
import { until } from '@xietong/testing';

/** What services need of the engines. */
export type Engines = Pick<EngineAddresses, 'mongo' | 'kafka'>;

export type EngineName = 'mongo' | 'kafka' | 'keycloak';

const goneWithinMs = 60_000;

/** Engines that are ours to break. */
export interface OwnEngines {
  readonly addresses: EngineAddresses;
  /** Where the set keeps its data. */
  readonly stateDir: string;
  /** `kill -9`; resolves when the process is gone. */
  kill(name: EngineName): Promise<void>;
  isRunning(name: EngineName): boolean;
  /** Ends it in order; resolves when the process is gone. */
  end(name: EngineName): Promise<void>;
  /** Starts again what was killed, at the same address and with its data. */
  heal(): Promise<void>;
}

export async function raiseOwnEngines(stateDir: string, report: (line: string) => void): Promise<OwnEngines> {
  const addresses = await upEngines({ stateDir, report });
  return {
    addresses,
    stateDir,
    kill: (name) => signal(stateDir, name, 'SIGKILL'),
    end: (name) => signal(stateDir, name, 'SIGTERM'),
    isRunning: (name) => isAlive(pidOf(stateDir, name)),
    async heal() {
      const { mongo, kafka, keycloak } = await upEngines({ stateDir, report: () => undefined });
      const [before, after] = [addresses, { mongo, kafka, keycloak }].map((each) => [
        each.mongo.url,
        ...each.kafka.brokers,
        each.keycloak.url,
      ]);
      if (String(before) !== String(after)) throw new Error(`an engine came up elsewhere: ${String(after)} instead of ${String(before)}`);
    },
  };
}

async function signal(stateDir: string, name: EngineName, how: NodeJS.Signals): Promise<void> {
  const pid = pidOf(stateDir, name);
  if (isAlive(pid)) process.kill(pid, how);
  await until(`${name} is gone`, () => !isAlive(pid), goneWithinMs);
}

/** The engines write down a process by the boot and by its line in /proc, which begins with the pid. */
export const pidOf = (stateDir: string, name: EngineName): number =>
  Number.parseInt(readFileSync(join(stateDir, `${name}.pid`), 'utf8').split('\n')[1] ?? '', 10);

export function isAlive(pid: number): boolean {
  try {
    // The state stands behind the name; a zombie only waits for its parent.
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // No such process.
    return false;
  }
}
