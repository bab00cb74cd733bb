import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { requiredVariable } from '@xietong/testing';
import { issuer } from './platform-access.ts';
import { ask } from './requests.ts';

const admin = {
  username: requiredVariable('XIETONG_TEST_KEYCLOAK_ADMIN_USERNAME'),
  password: requiredVariable('XIETONG_TEST_KEYCLOAK_ADMIN_PASSWORD'),
};
const realm = requiredVariable('XIETONG_TEST_KEYCLOAK_REALM');
const keycloakUrl = requiredVariable('XIETONG_TEST_KEYCLOAK_URL');

/** How the tokens of a client differ from those that the platform's own clients are given. */
export interface Difference {
  /** For whom they are meant: `xietong-projects`, or another word. */
  readonly audiences: readonly string[];
  readonly lifespanS?: number;
}

const Token = z.object({ access_token: z.string() });

/** The administrator's access token: of the same Keycloak, with a right signature, but of another realm. */
export async function fetchAdminToken(): Promise<string> {
  const response = await fetch(`${keycloakUrl}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...admin }),
  });
  return Token.parse(await response.json()).access_token;
}

/** Lends a client of the realm that exists only for this work, for tokens that the platform's own clients never give. */
export async function withClient<T>(difference: Difference, work: (clientId: string) => Promise<T>): Promise<T> {
  const id = randomUUID();
  const clientId = `e2e-${id}`;
  const clients = `${issuer.replace(`/realms/${realm}`, `/admin/realms/${realm}`)}/clients`;
  const headers = { authorization: `Bearer ${await fetchAdminToken()}`, 'content-type': 'application/json' };
  const made = await ask(clients, { method: 'POST', headers, body: JSON.stringify(toClient(id, clientId, difference)) });
  if (made.status !== 201) throw new Error(`Keycloak makes no client: ${made.status} ${made.text}`);
  try {
    return await work(clientId);
  } finally {
    await ask(`${clients}/${id}`, { method: 'DELETE', headers });
  }
}

function toClient(id: string, clientId: string, { audiences, lifespanS }: Difference) {
  const inAccessToken = { 'access.token.claim': 'true', 'id.token.claim': 'false' };
  const mapper = (name: string, protocolMapper: string, config: object) => ({
    name,
    protocol: 'openid-connect',
    protocolMapper,
    config: { ...inAccessToken, ...config },
  });
  const ofText = { 'jsonType.label': 'String' };
  return {
    id,
    clientId,
    publicClient: true,
    directAccessGrantsEnabled: true,
    standardFlowEnabled: false,
    fullScopeAllowed: true,
    defaultClientScopes: ['basic'],
    attributes: lifespanS === undefined ? {} : { 'access.token.lifespan': String(lifespanS) },
    protocolMappers: [
      ...audiences.map((audience) => mapper(audience, 'oidc-audience-mapper', { 'included.custom.audience': audience })),
      ...['roles', 'realm_access.roles'].map((claim) =>
        mapper(claim, 'oidc-usermodel-realm-role-mapper', { ...ofText, 'claim.name': claim, multivalued: 'true' }),
      ),
      ...['region', 'agency'].map((claim) =>
        mapper(claim, 'oidc-usermodel-attribute-mapper', { ...ofText, 'claim.name': claim, 'user.attribute': claim }),
      ),
    ],
  };
}
