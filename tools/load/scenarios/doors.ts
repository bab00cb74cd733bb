import type { Door, LoadRequest, Principal } from './scenario.ts';

/** Keycloak as the portal's `/config.json` names it. */
export interface Keycloak {
  readonly url: string;
  readonly realm: string;
}

export type Doors = Readonly<Record<Door, string>>;
export type Tokens = Readonly<Partial<Record<Principal, string>>>;

/** The addresses of a platform, all of which follow from its portal's. */
export const doorsOf = (portal: string, { url, realm }: Keycloak): Doors => ({
  projects: `${portal}/api/projects`,
  reporting: `${portal}/api/reporting`,
  realm: `${url}/realms/${realm}`,
  administration: `${url}/admin/realms/${realm}`,
});

/** A request as it goes out. */
export interface Outgoing {
  readonly method: LoadRequest['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Addresses a request and gives it its token. Throws where nobody has logged in as its principal. */
export function outgoingOf({ door, method, path, headers, body, as }: LoadRequest, doors: Doors, tokens: Tokens): Outgoing {
  const url = `${doors[door]}${path}`;
  if (as === undefined) return { method, url, headers, body };
  const token = tokens[as];
  if (token === undefined) throw new Error(`nobody has logged in as ${as}`);
  return { method, url, headers: { ...headers, authorization: `Bearer ${token}` }, body };
}
