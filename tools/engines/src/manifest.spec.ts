import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, type Package, portalPort, services } from './manifest.ts';

const packages: [string, string, Package][] = Object.values(manifest).flatMap((product) =>
  'package' in product ? [[product.title, product.version, product.package] as [string, string, Package]] : [],
);

const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'engines.md'), 'utf8');

describe('the manifest', () => {
  test.each(packages)('%s is pinned by one exact version and a SHA-256', (_title, _version, { client, name, sha256 }) => {
    expect(name).toMatch(client === 'pip' ? /^[a-z0-9-]+==[\d.]+$/ : /^[\w.-]+:[\w.-]+:\d[\d.]*:\w+(:\w+)?$/);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each(packages.filter(([, , { client }]) => client === 'mvn'))(
    '%s %s is the version that its package names',
    (_title, version, { name, file }) => {
      expect(name.split(':')[2]).toBe(version);
      expect(file).toContain(version);
    },
  );

  test('every jar of Kafka is pinned by a SHA-256, its own jars in its own version', () => {
    const { jars, version } = manifest.kafka;
    expect(Object.values(jars).filter((sha256) => !/^[0-9a-f]{64}$/.test(sha256))).toEqual([]);
    const own = Object.keys(jars).filter((name) => name.startsWith('kafka'));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((name) => !name.endsWith(`-${version}.jar`))).toEqual([]);
  });

  test('no two engines or services wish for the same port', () => {
    const engines = Object.values(manifest).flatMap((product) => ('ports' in product ? Object.values(product.ports) : []));
    const ports = [...engines, portalPort, ...Object.values(services).map(({ port }) => port)];
    expect(new Set(ports).size).toBe(ports.length);
  });

  test.each(Object.values(manifest))('docs/engines.md lists $title $version with its licence', ({ version, licence }) => {
    const row = page.split('\n').find((line) => line.startsWith('|') && line.includes(` ${version} `));
    expect(row).toContain(` ${licence} `);
  });

  test('docs/engines.md says how many jars Kafka consists of', () => {
    expect(page).toContain(`${Object.keys(manifest.kafka.jars).length} jars pinned`);
  });
});
