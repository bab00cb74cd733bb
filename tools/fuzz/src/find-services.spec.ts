import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findServices } from './find-services.ts';

const cloneDir = join(import.meta.dirname, '..', '..', '..');

test('every app that runs by itself is fuzzed', () => {
  const run = readdirSync(join(cloneDir, 'apps')).filter((name) => existsSync(join(cloneDir, 'apps', name, 'src', 'main.ts')));
  expect(findServices(cloneDir)).toEqual(expect.arrayContaining(run.filter((name) => name !== 'portal')));
  expect(findServices(cloneDir)).not.toContain('portal');
});
