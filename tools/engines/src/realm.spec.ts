import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '@xietong/kernel';
import { serviceNames } from './manifest.ts';

interface Mapper {
  protocolMapper: string;
  config: Record<string, string>;
}
interface Client {
  clientId: string;
  publicClient: boolean;
  directAccessGrantsEnabled: boolean;
  standardFlowEnabled: boolean;
  bearerOnly?: boolean;
  attributes?: Record<string, string>;
  redirectUris?: string[];
  protocolMappers?: Mapper[];
}
interface Realm {
  users?: unknown;
  clientScopes?: unknown;
  accessTokenLifespan: number;
  bruteForceProtected: boolean;
  defaultLocale: string;
  roles: { realm: { name: string }[] };
  clients: Client[];
  components: Record<string, { config: Record<string, string[]> }[]>;
}
const realm = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'infra', 'keycloak', 'realm.json'), 'utf8')) as Realm;
const client = (id: string) => realm.clients.find(({ clientId }) => clientId === id) as Client;
const audiences = serviceNames.map((name) => `xietong-${name}`);
const inAccessToken = ({ protocolMappers = [] }: Client) =>
  protocolMappers
    .filter(({ config }) => config['access.token.claim'] === 'true')
    .map(({ config }) => config['claim.name'] ?? config['included.client.audience']);

describe('the realm', () => {
  test('has the roles that the kernel knows, and no others', () => {
    expect(realm.roles.realm.map(({ name }) => name).sort()).toEqual([...roles].sort());
  });

  test('holds no person: whoever logs in was made by somebody', () => {
    expect(realm.users).toBeUndefined();
  });

  test('leaves the built-in client scopes in place, which a list of its own would remove', () => {
    expect(realm.clientScopes).toBeUndefined();
  });

  test('a token lives for a quarter of an hour, and guessing passwords is slowed down', () => {
    expect(realm.accessTokenLifespan).toBe(15 * 60);
    expect(realm.bruteForceProtected).toBe(true);
  });

  test('the portal logs in with PKCE and never sees a password', () => {
    expect(client('xietong-portal')).toMatchObject({ publicClient: true, standardFlowEnabled: true, directAccessGrantsEnabled: false });
    expect(client('xietong-portal').attributes).toMatchObject({ 'pkce.code.challenge.method': 'S256' });
    expect(client('xietong-portal').redirectUris).toEqual(['http://127.0.0.1/*', 'http://localhost/*']);
  });

  test('only the command line exchanges a password for a token', () => {
    expect(realm.clients.filter(({ directAccessGrantsEnabled }) => directAccessGrantsEnabled).map(({ clientId }) => clientId)).toEqual([
      'xietong-cli',
    ]);
  });

  test.each(['xietong-portal', 'xietong-cli'])(
    'an access token for %s carries audiences, roles, region, agency and organisation, and no name',
    (id) => {
      expect(new Set(inAccessToken(client(id)))).toEqual(new Set([...audiences, 'roles', 'realm_access.roles', 'region', 'agency', 'org']));
    },
  );

  test('every audience is a client that only checks tokens', () => {
    for (const audience of audiences) expect(client(audience)).toMatchObject({ bearerOnly: true });
  });

  test('region, agency and organisation of a person are set by an administrator, never by the person', () => {
    const profile = JSON.parse(
      realm.components['org.keycloak.userprofile.UserProfileProvider']?.[0]?.config['kc.user.profile.config']?.[0] ?? '{}',
    ) as {
      attributes: { name: string; permissions: { edit: string[] } }[];
    };
    const editors = Object.fromEntries(profile.attributes.map(({ name, permissions }) => [name, permissions.edit]));
    expect(editors).toMatchObject({ region: ['admin'], agency: ['admin'], org: ['admin'] });
  });
});
