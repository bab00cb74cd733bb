import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Passwords of one set of engines, made once and kept as long as its data. */
export interface Secrets {
  kafkaAdmin: string;
}

export const newPassword = () => randomBytes(24).toString('base64url');

/** The set's passwords, made now where there are none yet; readable by their owner only. */
export function getSecrets(stateDir: string): Secrets {
  const file = join(stateDir, 'secrets.json');
  if (!existsSync(file)) writeSecretFile(file, JSON.stringify({ kafkaAdmin: newPassword() } satisfies Secrets));
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

/** Writes a file of mode 0600, whole or not at all. */
export function writeSecretFile(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
