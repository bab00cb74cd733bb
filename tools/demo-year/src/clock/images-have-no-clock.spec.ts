import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockFolderVariable } from './clock-files.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

test('an image has the services and the libraries, and nothing of the tools', () => {
  const stages = readFileSync(join(root, 'Dockerfile'), 'utf8').split(/^FROM /m);
  const copied = [...(stages.at(-1) ?? '').matchAll(/^COPY (?:--from=\S+ )?(.+) \S+$/gm)].map(([, from]) => from);
  // What `node_modules` holds of the tools are links into a folder that the image does not have.
  expect(copied).toEqual(['package.json', '/app/node_modules', 'libs', 'apps', '/app/apps/portal/dist']);
});

test('no service of an image names the clock of a demonstration, or takes a time from its environment', () => {
  const sources = globSync(['apps/*/src/**/*.ts', 'libs/**/src/**/*.ts'], { cwd: root }).map((file) => ({
    file,
    text: readFileSync(join(root, file), 'utf8'),
  }));
  expect(sources.length).toBeGreaterThan(500);
  const told = sources.filter(({ text }) => text.includes(clockFolderVariable) || text.includes('@xietong/demo-year'));
  expect(told.map(({ file }) => file)).toEqual([]);
  // The one door to another time is a parameter of `startService`, and `run`, by which every service starts, gives none.
  const run = sources.find(({ file }) => file === 'libs/runtime/src/run.ts');
  expect(run?.text).toMatch(/startService\(service, \{ environment: process\.env, \.\.\.\(adapt \? \{ adapt \} : \{\}\) \}\)/);
});
