import { type EngineAddresses, upEngines } from '@xietong/engines';
import { findEngineProcess } from '@xietong/engines/watch';
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

/** The engines of this state folder, which nobody else uses. */
export function breakable(stateDir: string, addresses: EngineAddresses): OwnEngines {
  return {
    addresses,
    stateDir,
    kill: (name) => signal(stateDir, name, 'SIGKILL'),
    end: (name) => signal(stateDir, name, 'SIGTERM'),
    isRunning: (name) => findEngineProcess(stateDir, name) !== undefined,
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
  const running = findEngineProcess(stateDir, name);
  if (running) process.kill(running.pid, how);
  await until(`${name} is gone`, () => findEngineProcess(stateDir, name) === undefined, goneWithinMs);
}
