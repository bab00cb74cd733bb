import { randomBytes } from 'node:crypto';
import type { EngineAddresses } from '@xietong/engines';
import type { AgencyRef } from '@xietong/kernel';
import { fetchToken, keycloakAdmin } from '@xietong/start';

/** Makes an officer of the agency in a real Keycloak; answers a log-in of theirs, which resolves to a token that lasts a quarter of an hour. */
export async function makeOfficer(keycloak: EngineAddresses['keycloak'], agencyRef: AgencyRef): Promise<() => Promise<string>> {
  const [region, agency] = agencyRef.split('/');
  const username = `officer-${agency}`;
  const password = randomBytes(12).toString('base64url');
  const person = {
    username,
    enabled: true,
    email: `${username}@xietong.example`,
    emailVerified: true,
    firstName: 'Officer',
    lastName: 'Faults',
    attributes: { region: [region], agency: [agency] },
    realmRoles: ['officer', 'director'],
    credentials: [{ type: 'password', value: password, temporary: false }],
  };
  await (await keycloakAdmin(keycloak)).post('/partialImport', { ifResourceExists: 'FAIL', users: [person] });
  const issuer = `${keycloak.url}/realms/${keycloak.realm}`;
  return () => fetchToken({ issuer, clientId: 'xietong-cli', username, password });
}
