import type { EngineAddresses } from '@xietong/engines';
import { linesOn, type ProgressBar, tokenSource } from '@xietong/seed';
import { analyst, importer } from './demo-people.ts';
import { renderFinalBlock } from './final-block.ts';
import { topPairs } from './first-figures.ts';
import { freePorts } from './free-ports.ts';
import { type ImportedGrants, importGrants } from './import-grants.ts';
import { loginOf } from './demo-login.ts';
import { fetchToken } from './password-token.ts';
import { PlatformRun } from './platform-run.ts';
import { buildPortal } from './portal-build.ts';
import { provisionBroker } from './provision-broker.ts';
import { provisionIdentity } from './provision-identity.ts';
import { getSecrets, secretsFileOf } from './secrets.ts';
import {
  addressOf,
  issuerOf,
  planPortal,
  planProjects,
  planReporting,
  type Ports,
  type ServicePlan,
  type Surroundings,
  usualPorts,
  writeAgencies,
} from './services.ts';
import { usualStateDir } from './state-files.ts';
import { secondsSince, timedSteps } from './timed-steps.ts';

export interface StartOptions {
  /** Where the platform keeps its data; another folder runs beside the usual one. */
  readonly stateDir?: string;
  /** Whether the EU grants in Norway are imported; they are unless told otherwise. */
  readonly seed?: boolean;
  /** Engines beyond the usual three: `zipkin`. */
  readonly with?: readonly string[];
  readonly report: (line: string) => void;
  /** Shows how far the import is. */
  readonly progress?: ProgressBar;
}

/** A platform that runs, with everything behind it. */
export interface Platform {
  readonly portal: string;
  readonly services: { readonly projects: string; readonly reporting: string };
  readonly engines: EngineAddresses;
  /** As tokens name it. */
  readonly issuer: string;
  /** Addresses, logins and first figures, as `npm start` prints them. */
  readonly block: string;
  /** A bearer token of one of the demonstration's people, `rcn-analyst` for example. */
  token(username: string): Promise<string>;
  /** Ends the services, and the engines where this start brought them up. */
  stop(): Promise<void>;
}

/** Brings a whole platform up and resolves when it can be used. What has come up is taken down again where something fails. */
export async function startPlatform(options: StartOptions): Promise<Platform> {
  const { stateDir = usualStateDir, report } = options;
  const run = await PlatformRun.begin(stateDir, report);
  try {
    return await bringUp(run, options);
  } catch (fault) {
    await run.end();
    throw fault;
  }
}

async function bringUp(
  run: PlatformRun,
  { seed = true, report, progress = linesOn(report), with: more = [] }: StartOptions,
): Promise<Platform> {
  const startedAtMs = performance.now();
  const step = timedSteps(report);
  const { stateDir, signal } = run;
  const secrets = getSecrets(stateDir);
  writeAgencies(stateDir, secrets);
  const ports = await choosePorts();
  const urls = { portal: addressOf(ports.portal), projects: addressOf(ports.projects), reporting: addressOf(ports.reporting) };

  // Each step begins once those that it needs are through. All are awaited together, so that the first fault ends the start.
  const raised = step('MongoDB, Kafka and Keycloak', () => run.raiseEngines(more));
  const built = step(
    (anew) => `web application ${anew ? 'built' : 'unchanged'}`,
    () => buildPortal(signal),
  );
  const service = async (name: string, planOf: (around: Surroundings) => ServicePlan, needs: Promise<unknown>) => {
    const [engines] = await Promise.all([raised, needs]);
    await step(name, () => run.startService(planOf({ engines, ports, secrets, stateDir })));
  };
  const token = async (username: string) => fetchToken(loginOf(username, issuerOf((await raised).keycloak), secrets));

  const topics = raised.then((engines) => step('topics and principals at Kafka', () => provisionBroker(engines, secrets.kafka)));
  const people = raised.then((engines) => step('people at Keycloak', () => provisionIdentity(engines.keycloak, secrets.people, stateDir)));
  const projects = service('projects service', planProjects, topics);
  const reporting = service('reporting service', planReporting, topics);
  const portal = service('portal', planPortal, built);
  const imported = Promise.all([people, projects]).then(() =>
    seed
      ? step('EU grants in Norway', () =>
          importGrants({ projectsUrl: urls.projects, token: tokenSource(() => token(importer)), stateDir, signal, report, progress }),
        )
      : nothingImported,
  );
  const pairs = Promise.all([imported, reporting]).then(async ([grants]) =>
    step('first figures', async () => topPairs(urls.reporting, await token(analyst), grants.projects)),
  );
  const [engines, grants, topSix] = await Promise.all([raised, imported, pairs, portal]);

  const block = renderFinalBlock({
    urls,
    keycloakUrl: engines.keycloak.url,
    passwords: secrets.people,
    secretsFile: secretsFileOf(stateDir),
    pairs: topSix,
    imported: grants.words,
    seconds: secondsSince(startedAtMs),
  });
  run.note({ block });
  const { portal: portalUrl, ...services } = urls;
  return { portal: portalUrl, services, engines, issuer: issuerOf(engines.keycloak), block, token, stop: () => run.end() };
}

const nothingImported: ImportedGrants = { projects: 0, words: 'Nothing is imported.' };

async function choosePorts(): Promise<Ports> {
  const [projects = 0, reporting = 0, portal = 0] = await freePorts([usualPorts.projects, usualPorts.reporting, usualPorts.portal]);
  return { projects, reporting, portal };
}
