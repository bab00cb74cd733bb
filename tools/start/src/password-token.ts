import { z } from 'zod';

const Tokens = z.object({ access_token: z.string() });
const Refusal = z.object({ error: z.string(), error_description: z.string().optional() });

/** A login by user name and password, for tools on this machine; people log in at the portal. */
export interface Login {
  /** The realm's address: `http://127.0.0.1:8180/realms/xietong`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly username: string;
  readonly password: string;
}

/** A bearer token by the password grant. Throws with Keycloak's own words where it refuses. */
export async function fetchToken({ issuer, clientId, username, password }: Login): Promise<string> {
  const response = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: clientId, username, password, scope: 'openid' }),
    signal: AbortSignal.timeout(20_000),
  });
  const answer: unknown = await response.json();
  if (response.ok) return Tokens.parse(answer).access_token;
  const { error, error_description } = Refusal.parse(answer);
  throw new Error(`Keycloak gives ${username} no token: ${error_description ?? error}`);
}
