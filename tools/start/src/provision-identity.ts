import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EngineAddresses } from '@xietong/engines';
import { z } from 'zod';
import { type DemoPerson, demoPeople, regionOf, shortNameOf } from './demo-people.ts';
import { keycloakAdmin } from './keycloak-admin.ts';
import type { Secrets } from './secrets.ts';
import { findStateFile, writeStateFile } from './state-files.ts';

// Hashing a password is most of a user's cost; more at once than this gains nothing on a small machine.
const importsAtOnce = 8;

const Users = z.array(z.object({ username: z.string() }));
const Stamp = z.object({ sha256: z.string() });

/** Makes the demonstration's people with their roles and attributes. Run again it changes nothing. */
export async function provisionIdentity(keycloak: EngineAddresses['keycloak'], people: Secrets['people'], stateDir: string): Promise<void> {
  const admin = await keycloakAdmin(keycloak);
  const stampFile = join(stateDir, 'people.json');
  const users = demoPeople.map((person) => toUser(person, people[person.username]));
  const sha256 = createHash('sha256').update(JSON.stringify(users)).digest('hex');
  const existing = new Set(Users.parse(await admin.get('/users?max=1000&briefRepresentation=true')).map(({ username }) => username));
  // Keycloak shows no password, so what was last written there is remembered here.
  const asWritten = findStateFile(stampFile, Stamp)?.sha256 === sha256;
  const wanted = asWritten ? users.filter(({ username }) => !existing.has(username)) : users;
  const share = Math.ceil(wanted.length / importsAtOnce);
  const shares = Array.from({ length: importsAtOnce }, (_, at) => wanted.slice(at * share, (at + 1) * share)).filter(
    ({ length }) => length > 0,
  );
  await Promise.all(shares.map((some) => admin.post('/partialImport', { ifResourceExists: 'OVERWRITE', users: some })));
  writeStateFile(stampFile, { sha256 });
}

function toUser({ username, role, agency }: DemoPerson, password: string | undefined) {
  return {
    username,
    enabled: true,
    email: `${username}@xietong.example`,
    emailVerified: true,
    firstName: role,
    lastName: agency.name.en,
    attributes: {
      region: [regionOf(agency)],
      agency: [shortNameOf(agency)],
      ...(role === 'applicant' && { org: [agency.applicantFor] }),
    },
    realmRoles: [role],
    credentials: [{ type: 'password', value: password, temporary: false }],
  };
}
