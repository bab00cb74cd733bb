import { join } from 'node:path';
import { portalPort, type ServiceName, serviceNames, services, variableOf } from '@xietong/engines';
import { demoAgencies, principalOf } from './demo-people.ts';
import type { KnownEngines } from './platform-file.ts';
import { passwordOf, type Secrets } from './secrets.ts';
import { cloneDir, writeStateFile } from './state-files.ts';

/** One process of the platform: what to run, with what environment, and where it answers. */
export interface ServicePlan {
  readonly name: string;
  readonly url: string;
  readonly mainFile: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/** The ports that the services take where they are free. */
export const usualPorts: Ports = { portal: portalPort, ...ofServices((name) => services[name].port) };
export type Ports = Readonly<Record<ServiceName | 'portal', number>>;

/** Something of each service, by its name. */
export function ofServices<Value>(valueOf: (name: ServiceName) => Value): Readonly<Record<ServiceName, Value>> {
  return Object.fromEntries(serviceNames.map((name) => [name, valueOf(name)])) as Record<ServiceName, Value>;
}

export interface Surroundings {
  readonly engines: KnownEngines;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly stateDir: string;
}

export const addressOf = (port: number): string => `http://127.0.0.1:${port}`;

/** The realm's address, letter by letter as tokens name it. */
export const issuerOf = ({ url, realm }: KnownEngines['keycloak']): string => `${url}/realms/${realm}`;

const agenciesFileOf = (stateDir: string): string => join(stateDir, 'agencies.json');

/** Writes the agencies that the services serve, each with its principal at Kafka. */
export function writeAgencies(stateDir: string, { kafka }: Secrets): void {
  const agencies = demoAgencies.map((agency) => {
    const username = principalOf(agency);
    return { ref: agency.ref, name: agency.name, kafka: { username, password: passwordOf(username, kafka) } };
  });
  writeStateFile(agenciesFileOf(stateDir), { agencies });
}

export function planService(name: ServiceName, around: Surroundings): ServicePlan {
  const kept = { documents: { XIETONG_MONGO_URL: around.engines.mongo.url }, files: { XIETONG_DATA_DIR: join(around.stateDir, name) } };
  return plan(name, around, { ...common(name, around), ...kept[services[name].keeps] });
}

export const planPortal = (around: Surroundings): ServicePlan =>
  plan('portal', around, {
    ...Object.fromEntries(serviceNames.map((name) => [variableOf(name, 'URL'), addressOf(around.ports[name])])),
    XIETONG_OIDC_ISSUER: issuerOf(around.engines.keycloak),
  });

function plan(name: keyof Ports, { ports, stateDir }: Surroundings, environment: Record<string, string>): ServicePlan {
  return {
    name,
    url: addressOf(ports[name]),
    mainFile: join(cloneDir, 'apps', name, 'src', 'main.ts'),
    environment: { ...environment, HOST: '127.0.0.1', PORT: String(ports[name]) },
    logFile: join(stateDir, 'logs', `${name}.log`),
  };
}

function common(name: ServiceName, { engines, secrets, stateDir }: Surroundings): Record<string, string> {
  return {
    XIETONG_KAFKA_BROKERS: engines.kafka.brokers.join(','),
    XIETONG_KAFKA_USERNAME: name,
    XIETONG_KAFKA_PASSWORD: passwordOf(name, secrets.kafka),
    XIETONG_AGENCIES_FILE: agenciesFileOf(stateDir),
    XIETONG_OIDC_ISSUER: issuerOf(engines.keycloak),
    XIETONG_PSEUDONYM_KEY: secrets.pseudonymKey,
    ...tracing(engines),
  };
}

// Someone who brings a trace viewer along sees traces without asking twice.
const tracing = ({ zipkin }: KnownEngines): Record<string, string> =>
  zipkin ? { OTEL_TRACES_EXPORTER: 'zipkin', OTEL_EXPORTER_ZIPKIN_ENDPOINT: `${zipkin.url}/api/v2/spans` } : {};
