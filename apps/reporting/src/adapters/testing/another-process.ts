import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Does the work while another process holds something: the lock of a file tells processes apart, not who within one holds it. */
export async function whileAnother(does: string, work: () => Promise<void>) {
  const script = `${does}; process.stdout.write('held'); process.stdin.resume();`;
  const other = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(other, 'exit');
  try {
    await once(other.stdout, 'data');
    await work();
  } finally {
    other.stdin.end();
    await ended;
  }
}

/** `await name(folder)`, of a module of the adapters, as another process writes it. */
export const called = (module: string, name: string, folder: string): string =>
  `const held = await (await import(${JSON.stringify(join(import.meta.dirname, '..', module))})).${name}(${JSON.stringify(folder)})`;
