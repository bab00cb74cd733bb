import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The services of a clone: each app that describes itself by an OpenAPI document. A new one is found by that. */
export function findServices(cloneDir: string): string[] {
  const apps = join(cloneDir, 'apps');
  return readdirSync(apps)
    .filter((name) => existsSync(join(apps, name, 'golden', 'openapi.json')))
    .sort();
}
