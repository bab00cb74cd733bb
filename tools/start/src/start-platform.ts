import type { EngineAddresses, ServiceName } from '@xietong/engines';
import { type BringUpOptions, bringUp } from './bring-up.ts';
import { PlatformRun } from './platform-run.ts';
import { issuerOf } from './services.ts';
import { usualStateDir } from './state-files.ts';

export interface StartOptions extends BringUpOptions {
  /** Where the platform keeps its data; another folder runs beside the usual one. */
  readonly stateDir?: string;
}

/** A platform that runs, with everything behind it. */
export interface Platform {
  readonly portal: string;
  readonly services: Readonly<Record<ServiceName, string>>;
  readonly engines: EngineAddresses;
  /** As tokens name it. */
  readonly issuer: string;
  /** Addresses, logins and first figures, as `npm start` prints them. */
  readonly block: string;
  /** The process of each service now: a restarted one has another. */
  pids(): Readonly<Record<string, number>>;
  /** A bearer token of one of the demonstration's people, `rcn-analyst` for example. */
  token(username: string): Promise<string>;
  /** Ends the services, and the engines where this start brought them up. */
  stop(): Promise<void>;
}

/** Brings a whole platform up under this process and resolves when it can be used; where something fails, what came up is taken down again. */
export async function startPlatform({ stateDir = usualStateDir, ...options }: StartOptions): Promise<Platform> {
  const run = await PlatformRun.begin(stateDir, options.report);
  try {
    const { urls, engines, block, token } = await bringUp(run, options);
    const { portal, ...services } = urls;
    return { portal, services, engines, issuer: issuerOf(engines.keycloak), block, token, pids: () => run.pids(), stop: () => run.end() };
  } catch (fault) {
    await run.end();
    throw fault;
  }
}
