import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findPlatform } from './platform-file.ts';
import { findSecrets } from './secrets.ts';
import { planService, usualPorts } from './services.ts';
import { cloneDir, usualStateDir } from './state-files.ts';

// Counts every figure again beside the running reporting service, which compares and swaps; what it finds is printed.
const engines = findPlatform(usualStateDir)?.engines;
const secrets = findSecrets(usualStateDir);
if (!engines || !secrets) {
  console.error('nothing runs: npm start');
  process.exit(1);
}
const { environment } = planService('reporting', { engines, ports: usualPorts, secrets, stateDir: usualStateDir });
const file = join(cloneDir, 'apps', 'reporting', 'src', 'rebuild.ts');
const child = spawn(process.execPath, [file, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, ...environment } });
const [code] = (await once(child, 'exit')) as [number | null];
process.exitCode = code ?? 1;
