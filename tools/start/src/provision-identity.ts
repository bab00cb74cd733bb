import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EngineAddresses } from '@xietong/engines';
import { z } from 'zod';
import { type DemoPerson, demoPeople, regionOf, shortNameOf } from './demo-people.ts';
import { hashedPassword } from './hashed-password.ts';
import { keycloakAdmin } from './keycloak-admin.ts';
import { passwordOf, type Secrets } from './secrets.ts';
import { findStateFile, writeStateFile } from './state-files.ts';

const Users = z.array(z.object({ id: z.string(), username: z.string() }));
const Stamp = z.object({ sha256: z.string() });

/** Whom to make, with what passwords, and the file that remembers what was written. */
export interface PeopleWanted {
  readonly people: readonly DemoPerson[];
  readonly passwords: Readonly<Record<string, string>>;
  readonly stampFile: string;
}

/** Makes people with their roles and attributes. Run again it changes nothing, least of all who somebody is. */
export async function provisionPeople(
  keycloak: EngineAddresses['keycloak'],
  { people, passwords, stampFile }: PeopleWanted,
): Promise<void> {
  const admin = await keycloakAdmin(keycloak);
  const ids = new Map(Users.parse(await admin.get('/users?max=1000&briefRepresentation=true')).map(({ username, id }) => [username, id]));
  const missing = people.filter(({ username }) => !ids.has(username));
  // Keycloak shows no password, so what was last written there is remembered here.
  const sha256 = createHash('sha256')
    .update(JSON.stringify([people, passwords]))
    .digest('hex');
  const outdated = findStateFile(stampFile, Stamp)?.sha256 === sha256 ? [] : people.filter(({ username }) => ids.has(username));
  const userOf = (person: DemoPerson) => toUser(person, passwordOf(person.username, passwords));
  const changes = outdated.map(async (person) => admin.put(`/users/${ids.get(person.username)}`, await userOf(person)));
  if (missing.length > 0)
    changes.push(admin.post('/partialImport', { ifResourceExists: 'SKIP', users: await Promise.all(missing.map(userOf)) }));
  await Promise.all(changes);
  writeStateFile(stampFile, { sha256 });
}

/** Makes the demonstration's people. */
export const provisionIdentity = (keycloak: EngineAddresses['keycloak'], people: Secrets['people'], stateDir: string): Promise<void> =>
  provisionPeople(keycloak, { people: demoPeople, passwords: people, stampFile: join(stateDir, 'people.json') });

async function toUser({ username, role, agency, name }: DemoPerson, password: string) {
  return {
    username,
    enabled: true,
    email: `${username}@xietong.example`,
    emailVerified: true,
    firstName: name?.first ?? role,
    lastName: name?.last ?? agency.name.en,
    attributes: {
      region: [regionOf(agency)],
      agency: [shortNameOf(agency)],
      ...(role === 'applicant' && { org: [agency.applicantFor] }),
    },
    realmRoles: [role],
    credentials: [await hashedPassword(password)],
  };
}
