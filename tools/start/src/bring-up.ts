import { type EngineAddresses, findEngines, reservePort, type ServiceName, serviceNames, upEngines } from '@xietong/engines';
import { linesOn, type ProgressBar, tokenSource } from '@xietong/seed';
import { loginOf } from './demo-login.ts';
import { analyst, importer } from './demo-people.ts';
import { renderFinalBlock } from './final-block.ts';
import { topPairs } from './first-figures.ts';
import { type ImportedGrants, importGrants } from './import-grants.ts';
import { fetchToken } from './password-token.ts';
import type { KnownEngines } from './platform-file.ts';
import type { Supervisor } from './platform-run.ts';
import { buildPortal } from './portal-build.ts';
import { provisionBroker } from './provision-broker.ts';
import { provisionIdentity } from './provision-identity.ts';
import { getSecrets, secretsFileOf } from './secrets.ts';
import {
  addressOf,
  issuerOf,
  ofServices,
  planPortal,
  planService,
  type Ports,
  type ServicePlan,
  type Surroundings,
  usualPorts,
  writeAgencies,
} from './services.ts';
import { enginesDirOf } from './state-files.ts';
import { secondsSince, timedSteps } from './timed-steps.ts';

export interface BringUpOptions {
  /** Whether the EU grants in Norway are imported; they are unless told otherwise. */
  readonly seed?: boolean;
  /** Engines beyond the usual three: `zipkin`. */
  readonly with?: readonly string[];
  /** Says how a service is run where that is not its own way. */
  readonly runAs?: (plan: ServicePlan) => ServicePlan;
  readonly report: (line: string) => void;
  /** Shows how far the import is. */
  readonly progress?: ProgressBar;
}

/** What has come up, and where it answers. */
export interface BroughtUp {
  readonly urls: Readonly<Record<ServiceName | 'portal', string>>;
  readonly engines: EngineAddresses;
  /** Addresses, logins and first figures, as `npm start` prints them. */
  readonly block: string;
  token(username: string): Promise<string>;
}

/** Brings everything up that is not up yet, from the engines to the first figures; the services run under the supervisor. */
export async function bringUp(
  supervisor: Supervisor,
  { seed = true, report, progress = linesOn(report), with: more = [], runAs = (plan) => plan }: BringUpOptions,
): Promise<BroughtUp> {
  const startedAtMs = performance.now();
  const step = timedSteps(report);
  const { stateDir, signal } = supervisor;
  const secrets = getSecrets(stateDir);
  writeAgencies(stateDir, secrets);
  const { ports, release } = await reservePorts();
  const urls = { portal: addressOf(ports.portal), ...ofServices((name) => addressOf(ports[name])) };

  // Each step begins once those that it needs are through. All are awaited together, so that the first fault ends the start.
  const raised = step('MongoDB, Kafka and Keycloak', () => raiseEngines(supervisor, more, report));
  const built = step(
    (anew) => `web application ${anew ? 'built' : 'unchanged'}`,
    () => buildPortal(signal),
  );
  const start = async (name: string, planOf: (around: Surroundings) => ServicePlan, needs: Promise<unknown>) => {
    const [engines] = await Promise.all([raised, needs]);
    await step(name, () => supervisor.startService(runAs(planOf({ engines, ports, secrets, stateDir }))));
  };
  const token = async (username: string) => fetchToken(loginOf(username, issuerOf((await raised).keycloak), secrets));

  const topics = raised.then((engines) => step('topics and principals at Kafka', () => provisionBroker(engines, secrets.kafka)));
  const people = raised.then((engines) => step('people at Keycloak', () => provisionIdentity(engines.keycloak, secrets.people, stateDir)));
  const started = ofServices((name) => start(`${name} service`, (around) => planService(name, around), topics));
  const portal = start('portal', planPortal, built);
  const imported = Promise.all([people, started.projects]).then(() =>
    seed
      ? step('EU grants in Norway', () =>
          importGrants({ projectsUrl: urls.projects, token: tokenSource(() => token(importer)), stateDir, signal, report, progress }),
        )
      : nothingImported,
  );
  const pairs = Promise.all([imported, started.reporting]).then(async ([grants]) =>
    step('first figures', async () => topPairs(urls.reporting, await token(analyst), grants.projects)),
  );
  const [engines, grants, topSix] = await Promise.all([raised, imported, pairs, portal, ...Object.values(started)]).finally(release);

  const block = renderFinalBlock({
    urls,
    keycloakUrl: engines.keycloak.url,
    passwords: secrets.people,
    secretsFile: secretsFileOf(stateDir),
    pairs: topSix,
    imported: grants.words,
    seconds: secondsSince(startedAtMs),
  });
  supervisor.note({ block });
  return { urls, engines, block, token };
}

async function raiseEngines(supervisor: Supervisor, names: readonly string[], report: (line: string) => void): Promise<EngineAddresses> {
  const stateDir = enginesDirOf(supervisor.stateDir);
  if (!(await findEngines({ stateDir }))) supervisor.note({ ownsEngines: true });
  const engines = await upEngines({ stateDir, with: [...names], report });
  supervisor.signal.throwIfAborted();
  supervisor.note({ engines: withoutPasswords(engines) });
  return engines;
}

const withoutPasswords = ({ mode, mongo, kafka, keycloak, zipkin }: EngineAddresses): KnownEngines => ({
  mode,
  mongo,
  kafka: { brokers: kafka.brokers },
  keycloak: { url: keycloak.url, realm: keycloak.realm },
  ...(zipkin && { zipkin }),
});

const nothingImported: ImportedGrants = { projects: 0, words: 'Nothing is imported.' };

// Nobody else gets them while they are not bound yet. A restarted service finds its port free again: no client is given one of these.
async function reservePorts(): Promise<{ ports: Ports; release: () => void }> {
  const ports: Record<keyof Ports, number> = { ...usualPorts };
  const releases: (() => void)[] = [];
  for (const name of [...serviceNames, 'portal'] as const) {
    const { port, release } = await reservePort([usualPorts[name]]);
    ports[name] = port;
    releases.push(release);
  }
  return { ports, release: () => releases.forEach((release) => release()) };
}
