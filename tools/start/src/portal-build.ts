import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { cloneDir } from './state-files.ts';

const sources = [
  'apps/portal/{src,public}/**/*',
  'apps/portal/{index.html,vite.config.ts,tsconfig.json,package.json}',
  'libs/domain/src/**/*.ts',
  'package-lock.json',
];
const stampFile = join(cloneDir, 'apps', 'portal', 'dist', '.built-from');

/** Builds the web application where its sources have changed since the last build; answers whether it did. */
export async function buildPortal(signal: AbortSignal): Promise<boolean> {
  const wanted = sourcesHash();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return false;
  await viteBuild(signal);
  writeFileSync(stampFile, wanted);
  return true;
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: cloneDir, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.includes('.spec.'),
  );
  for (const file of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
    hash.update(file.slice(cloneDir.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

async function viteBuild(signal: AbortSignal): Promise<void> {
  const vite = join(cloneDir, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', join('apps', 'portal'), '--logLevel', 'warn'], {
    cwd: cloneDir,
    // Whoever starts a platform may have another: under Jest it is `test`, and React and ECharts would be built as for developers.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once('exit', resolve).once('error', reject));
  const [code, ...words] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (code !== 0) throw new Error(`the web application does not build:\n${words.join('').trimEnd().split('\n').slice(-20).join('\n')}`);
}
