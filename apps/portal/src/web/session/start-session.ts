import type { User, UserManager } from 'oidc-client-ts';
import { createSession, landingPath, type Session } from './session.ts';

/** The address of ours that the log-in began at. Anything that is no path of this origin leads to the overview. */
export const toReturnPath = (state: unknown): string => {
  const returnTo: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'returnTo') : undefined;
  return typeof returnTo === 'string' && /^\/(?![/\\])/.test(returnTo) && !returnTo.startsWith(landingPath) ? returnTo : '/';
};

const storedUser = async (manager: UserManager): Promise<User | null> => {
  const user = await manager.getUser();
  if (!user?.expired) return user;
  return manager.signinSilent().catch(() => null);
};

/**
 * Picks up the session of this tab: the one Keycloak has just sent back, or the one from before a reload.
 * `replacePath` puts the address back to where the log-in began.
 */
export const startSession = async (manager: UserManager, path: string, replacePath: (path: string) => void): Promise<Session> => {
  if (path !== landingPath) return createSession(manager, await storedUser(manager));
  const user = await manager.signinCallback().catch(() => undefined);
  replacePath(toReturnPath(user?.state));
  return createSession(manager, user ?? null, user === undefined);
};
