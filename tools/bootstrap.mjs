// Runs one of the project's tools from a fresh clone, on whatever Node (20 or later) the machine has:
// installs when the lockfile has changed since the last install, then hands over to the project's own Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  process.stderr.write('installing packages (npm ci) ...\n');
  // --ignore-scripts: no package of ours needs an install script, and a stranger's must not run one.
  const install = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (install.status !== 0) process.exit(install.status ?? 1);
  writeFileSync(stamp, wanted);
}

const packaged = join(root, 'node_modules', '.bin', 'node');
const node = existsSync(packaged) ? packaged : process.execPath;
const child = spawn(node, process.argv.slice(2), { cwd: root, stdio: 'inherit' });
// The tool decides what a signal means; a bootstrap that died first would leave it without a parent.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
