import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { manifest, serviceNames } from '../manifest.ts';
import type { ComposeFile } from './compose-service.ts';
import { generatedFiles } from './generated-files.ts';

const clone = join(import.meta.dirname, '..', '..', '..', '..');
const committed = (path: string) => readFileSync(join(clone, path), 'utf8');
const compose = parse(committed('docker-compose.yml')) as ComposeFile;

const schema = JSON.parse(committed('tools/engines/schema/compose-spec.json')) as Record<string, unknown>;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
// The schema names draft-07 by a variant of its address that ajv does not know.
const isCompose = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });

describe('docker-compose.yml', () => {
  test.each(Object.keys(generatedFiles()))('%s is what the manifest generates', (path) => {
    expect(committed(path)).toBe(generatedFiles()[path]);
  });

  test('it is valid by the Compose specification', () => {
    expect(isCompose(compose) ? [] : isCompose.errors).toEqual([]);
  });

  test('a service with a key that the specification does not know is found', () => {
    expect(isCompose({ services: { mongo: { image: 'mongo:8.0', helthcheck: {} } } })).toBe(false);
  });

  test('every image carries a version, and the engines those of the manifest', () => {
    const images = Object.entries(compose.services).flatMap(([name, { image }]) =>
      image.startsWith('xietong/') ? [] : [[name, image] as const],
    );
    expect(images.filter(([, image]) => !/:v?\d+(\.\d+)+$/.test(image))).toEqual([]);
    expect(Object.fromEntries(images)).toMatchObject({
      kafka: `apache/kafka:${manifest.kafka.version}`,
      keycloak: `keycloak/keycloak:${manifest.keycloak.version}`,
      zipkin: `openzipkin/zipkin:${manifest.zipkin.version}`,
    });
  });

  test('nothing is published beyond this machine', () => {
    const published = Object.values(compose.services).flatMap(({ ports = [] }) => ports);
    expect(published.length).toBeGreaterThan(0);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  test('no password stands in it: each is a variable that must be given', () => {
    const variables = Object.values(compose.services).flatMap(({ environment = {} }) => Object.entries(environment));
    const secrets = variables.filter(([name]) => /PASSWORD|KEY$/.test(name));
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter(([, value]) => !/^\$\{[A-Z_]+:\?\}$/.test(value))).toEqual([]);
  });

  test('every volume that a service names is declared', () => {
    const named = Object.values(compose.services)
      .flatMap(({ volumes = [] }) => volumes)
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((source) => /^[a-z]+$/.test(source));
    expect(new Set(named)).toEqual(new Set(Object.keys(compose.volumes)));
  });

  test('services wait for services that exist', () => {
    const waited = Object.values(compose.services).flatMap(({ depends_on = {} }) => Object.keys(depends_on));
    expect(waited.filter((name) => !(name in compose.services))).toEqual([]);
  });

  test('every service that is built has the program that its image starts', () => {
    const built = Object.values(compose.services).flatMap(({ build }) => (build ? [build.args['SERVICE']] : []));
    expect(built.sort()).toEqual(['portal', ...serviceNames].sort());
    expect(built.filter((name) => !existsSync(join(clone, 'apps', String(name), 'src', 'main.ts')))).toEqual([]);
  });
});
