import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { serviceNames } from '@xietong/engines';
import { z } from 'zod';
import { demoAgencies, demoPeople, principalOf } from './demo-people.ts';
import { findStateFile, writeStateFile } from './state-files.ts';

const Secrets = z.object({
  /** The key under which people become pseudonyms in events. */
  pseudonymKey: z.string().min(32),
  /** Passwords at Kafka: of each agency's principal and of each service, which reads as a principal of its own. */
  kafka: z.record(z.string(), z.string()),
  /** Passwords of the demonstration's people. */
  people: z.record(z.string(), z.string()),
});

/** What is secret in one clone: made by chance once, kept as long as its data, never the same in two clones. */
export type Secrets = z.output<typeof Secrets>;

export const secretsFileOf = (stateDir: string): string => join(stateDir, 'secrets.json');

/** The clone's secrets, or undefined before the first start. */
export const findSecrets = (stateDir: string): Secrets | undefined => findStateFile(secretsFileOf(stateDir), Secrets);

/** The clone's secrets; what is missing is made now. The file is for its owner's eyes only (mode 0600). */
export function getSecrets(stateDir: string): Secrets {
  const kept = findSecrets(stateDir);
  const secrets: Secrets = {
    pseudonymKey: kept?.pseudonymKey ?? randomBytes(48).toString('base64url'),
    kafka: withAll([...demoAgencies.map(principalOf), ...serviceNames], kept?.kafka),
    people: withAll(
      demoPeople.map(({ username }) => username),
      kept?.people,
    ),
  };
  writeStateFile(secretsFileOf(stateDir), secrets);
  return secrets;
}

const withAll = (names: readonly string[], kept: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, kept[name] ?? randomBytes(12).toString('base64url')]));

/** The password of one name; throws where it has none. */
export function passwordOf(name: string, passwords: Readonly<Record<string, string>>): string {
  const password = passwords[name];
  if (password === undefined) throw new Error(`there is no password of ${name}`);
  return password;
}
