import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineAddresses } from './addresses.ts';
import { manifest, type EngineName } from './manifest.ts';
import { kafkaPasswordVariable } from './native/kafka-properties.ts';
import { isListening } from './ports.ts';
import { run } from './run.ts';
import { newPassword, writeSecretFile } from './secrets.ts';

const clone = join(import.meta.dirname, '..', '..', '..');
const keycloakUrl = `http://127.0.0.1:${manifest.keycloak.ports.main}`;
const engineContainers = ['mongo', 'kafka', 'keycloak', 'zipkin'];
const kafkaPassword = new RegExp(`^${kafkaPasswordVariable}=(.*)$`, 'm');
const keycloakPassword = /^XIETONG_KEYCLOAK_ADMIN_PASSWORD=(.*)$/m;
/** Compose wants every variable of the file, those of services that are not started too; a value with a dot is a path to it. */
const unused = ['XIETONG_PROJECTS_KAFKA_PASSWORD', 'XIETONG_REPORTING_KAFKA_PASSWORD', 'XIETONG_PSEUDONYM_KEY', 'XIETONG_AGENCIES_FILE'];

/** The engine services of `docker-compose.yml`, for services that run outside containers. */
export async function upDocker(stateDir: string, names: readonly EngineName[]): Promise<EngineAddresses> {
  const file = join(stateDir, 'compose.env');
  if (!existsSync(file)) {
    const passwords = [kafkaPasswordVariable, 'XIETONG_KEYCLOAK_ADMIN_PASSWORD'].map((name) => `${name}=${newPassword()}`);
    writeSecretFile(
      file,
      [...passwords, `XIETONG_KEYCLOAK_HOSTNAME=${keycloakUrl}`, ...unused.map((name) => `${name}=./unused`)].join('\n'),
    );
  }
  await compose(stateDir, 'up', '--detach', '--wait', ...names);
  return addressesOf(stateDir);
}

export async function downDocker(stateDir: string): Promise<void> {
  if (existsSync(join(stateDir, 'compose.env'))) await compose(stateDir, 'stop', ...engineContainers);
}

/** Removes the containers and their data. */
export async function resetDocker(stateDir: string): Promise<void> {
  if (existsSync(join(stateDir, 'compose.env'))) await compose(stateDir, 'down', '--volumes');
}

export async function findDocker(stateDir: string): Promise<EngineAddresses | undefined> {
  if (!existsSync(join(stateDir, 'compose.env'))) return undefined;
  const listening = await Promise.all([manifest.mongo, manifest.kafka, manifest.keycloak].map(({ ports }) => isListening(ports.main)));
  return listening.every(Boolean) ? await addressesOf(stateDir) : undefined;
}

const compose = (stateDir: string, ...words: string[]) =>
  run({ file: 'docker', args: ['compose', '--project-directory', clone, '--env-file', join(stateDir, 'compose.env'), ...words] });

async function addressesOf(stateDir: string): Promise<EngineAddresses> {
  const variables = readFileSync(join(stateDir, 'compose.env'), 'utf8');
  const admin = (pattern: RegExp) => ({ username: 'admin', password: pattern.exec(variables)?.[1] ?? '' });
  const zipkinPort = manifest.zipkin.ports.main;
  return {
    mode: 'docker',
    // Direct: the replica set knows its member by a name that only containers resolve.
    mongo: { url: `mongodb://127.0.0.1:${manifest.mongo.ports.main}/?directConnection=true` },
    kafka: { brokers: [`127.0.0.1:${manifest.kafka.ports.main}`], admin: admin(kafkaPassword) },
    keycloak: { url: keycloakUrl, realm: 'xietong', admin: admin(keycloakPassword) },
    ...((await isListening(zipkinPort)) ? { zipkin: { url: `http://127.0.0.1:${zipkinPort}` } } : {}),
  };
}
