import type { Lang } from '@xietong/domain';
import { z } from 'zod';
import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';

/** Where Keycloak is, as the edge's `/config.json` says. */
export interface Keycloak {
  readonly url: string;
  readonly realm: string;
  readonly clientId: string;
}

/** Who is logged in, and for which agency if any: `NO-03/rcn`. */
export interface Person {
  readonly username: string;
  readonly name?: string | undefined;
  readonly agency?: string | undefined;
  /** The organisation that he acts for, by its number. */
  readonly org?: string | undefined;
  /** What to offer him. What he may do, the services decide. */
  readonly roles: readonly string[];
}

export type SessionState =
  | { readonly status: 'signed-out'; readonly failed?: boolean }
  | { readonly status: 'expired' }
  | { readonly status: 'signed-in'; readonly person: Person };

export interface SignInRequest {
  readonly returnTo: string;
  /** The language of Keycloak's page. */
  readonly lang: Lang;
  /** Asks for a password even where Keycloak still knows someone. */
  readonly asSomeoneElse?: boolean;
}

/** Who is logged in, for the whole page: the pages read it, the API layer takes its token from it. */
export interface Session {
  readonly read: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly token: () => string | undefined;
  /** Gets a fresh token without the reader noticing; where that fails, the session is expired. */
  readonly renew: () => Promise<boolean>;
  /** Leaves for Keycloak and comes back to this address of ours. */
  readonly signIn: (request: SignInRequest) => Promise<void>;
  readonly signOut: () => Promise<void>;
}

/** Where Keycloak sends a reader back to; a path of its own, so that no page of ours is mistaken for it. */
export const landingPath = '/signed-in';

export const createUserManager = ({ url, realm, clientId }: Keycloak, origin: string, storage: Storage): UserManager =>
  new UserManager({
    authority: `${url}/realms/${realm}`,
    client_id: clientId,
    redirect_uri: `${origin}${landingPath}`,
    post_logout_redirect_uri: `${origin}/`,
    scope: 'openid',
    // A tab's own storage: a reload keeps the session, closing the tab ends it.
    userStore: new WebStorageStateStore({ store: storage }),
    stateStore: new WebStorageStateStore({ store: storage }),
    automaticSilentRenew: true,
  });

const Claims = z.object({ roles: z.array(z.string()) });

/** The roles that an access token names; none where it cannot be read. */
export const rolesIn = (token: string): readonly string[] => {
  const payload = token.split('.')[1] ?? '';
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    return Claims.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data?.roles ?? [];
  } catch {
    return [];
  }
};

const signedIn = ({
  access_token: token,
  profile: { preferred_username: username, sub, name, region, agency, org },
}: User): SessionState => ({
  status: 'signed-in',
  person: {
    username: username ?? sub,
    name,
    agency: typeof agency === 'string' ? `${String(region)}/${agency}` : undefined,
    org: typeof org === 'string' ? org : undefined,
    roles: rolesIn(token),
  },
});

/** Keeps the state of the session by what the user manager reports. */
export const createSession = (manager: UserManager, user: User | null, failed = false): Session => {
  const listeners = new Set<() => void>();
  let current = user;
  let state: SessionState = user ? signedIn(user) : { status: 'signed-out', ...(failed ? { failed } : {}) };

  const change = (nextUser: User | null, next: SessionState) => {
    current = nextUser;
    state = next;
    for (const listener of listeners) listener();
  };
  manager.events.addUserLoaded((loaded) => change(loaded, signedIn(loaded)));
  manager.events.addAccessTokenExpired(() => change(null, { status: 'expired' }));

  let renewal: Promise<boolean> | undefined;
  const renewOnce = () =>
    manager.signinSilent().then(
      (renewed) => renewed !== null,
      () => {
        change(null, { status: 'expired' });
        return false;
      },
    );

  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    token: () => current?.access_token,
    // Many requests can fail at the same moment; one renewal serves them all.
    renew: () => (renewal ??= renewOnce().finally(() => (renewal = undefined))),
    signIn: ({ returnTo, lang, asSomeoneElse = false }) =>
      manager.signinRedirect({
        state: { returnTo },
        ui_locales: lang === 'zh' ? 'zh-CN' : 'en',
        ...(asSomeoneElse ? { prompt: 'login' } : {}),
      }),
    signOut: () => manager.signoutRedirect(),
  };
};
