import type { EngineAddresses } from '@xietong/engines';
import { fetchToken } from './password-token.ts';

/** Keycloak's administration API for one realm; paths are relative to the realm. */
export interface KeycloakAdmin {
  get(path: string): Promise<unknown>;
  put(path: string, body: object): Promise<void>;
  post(path: string, body: object): Promise<void>;
}

/** Logs the administrator in; the token lasts a minute, which provisioning does not take. */
export async function keycloakAdmin({ url, realm, admin }: EngineAddresses['keycloak']): Promise<KeycloakAdmin> {
  const token = await fetchToken({ issuer: `${url}/realms/master`, clientId: 'admin-cli', ...admin });
  const send = async (method: string, path: string, body?: object): Promise<Response> => {
    const response = await fetch(`${url}/admin/realms/${realm}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`Keycloak answers ${method} ${path} with ${response.status}: ${await response.text()}`);
    return response;
  };
  return {
    get: async (path) => (await send('GET', path)).json(),
    put: async (path, body) => void (await send('PUT', path, body)),
    post: async (path, body) => void (await send('POST', path, body)),
  };
}
