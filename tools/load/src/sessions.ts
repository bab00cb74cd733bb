import { fetchToken } from '@xietong/start/password-token';
import type { Tokens } from '../scenarios/doors.ts';
import { type Principal, tokenAgeMsMax } from '../scenarios/scenario.ts';
import type { LoadedPlatform } from './platform.ts';

/** Tokens of those who are needed; each use gets them young, and nobody logs in twice at once. */
export function sessionsOf({ doors, loginOf }: LoadedPlatform, principals: readonly Principal[]): () => Promise<Tokens> {
  let tokens: Promise<Tokens> | undefined;
  let fetchedAtMs = 0;
  const logInAll = async (): Promise<Tokens> => {
    const pairs = principals.map(async (principal) => {
      const { clientId, realm, username, password } = loginOf(principal);
      const issuer = realm === undefined ? doors.realm : `${doors.realm.slice(0, doors.realm.lastIndexOf('/'))}/${realm}`;
      return [principal, await fetchToken({ issuer, clientId, username, password })] as const;
    });
    return Object.fromEntries(await Promise.all(pairs));
  };
  return () => {
    if (tokens && performance.now() - fetchedAtMs < tokenAgeMsMax) return tokens;
    fetchedAtMs = performance.now();
    return (tokens = logInAll());
  };
}
