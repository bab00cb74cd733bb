import { spawn } from 'node:child_process';
import type { Command } from './tracked-process.ts';

/** Runs a command to its end and answers what it printed; its failure carries the last lines. The signal ends it. */
export function run(command: Command, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, command.args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...command.env },
      ...(signal ? { signal } : {}),
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ENOENT'
          ? new Error(`${command.file} is not installed: \`npm run engines -- doctor\` names the command that installs it`)
          : error,
      ),
    );
    child.once('close', (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${command.file} ended with ${code}:\n${output.trimEnd().split('\n').slice(-15).join('\n')}`)),
    );
  });
}
