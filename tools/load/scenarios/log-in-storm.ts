import { iterationsOf, json, type LoadRequest, type Run, type Scenario } from './scenario.ts';

/** A log-in by user name and password, as tools do it; people log in at the portal, and Keycloak does the same work for them. */
export const logIn = (clientId: string, username: string, password: string): LoadRequest => ({
  door: 'realm',
  method: 'POST',
  path: '/protocol/openid-connect/token',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: Object.entries({ grant_type: 'password', client_id: clientId, username, password, scope: 'openid' })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&'),
  expects: [200],
});

// The id is ours, so that who made a user can take it away without looking it up. Keycloak keeps at most 36 characters.
const userOf = (n: number, { seed }: Run): string => `load-${seed}-${n}`;

/** Users a request: Keycloak hashes each password as it comes in, and a request of more would outlast the time an answer may take. */
const usersARequest = 5;

// No role and no attribute: who logs in as one of them may do nothing.
const toUser = (username: string, password: string) => ({
  id: username,
  username,
  enabled: true,
  email: `${username}@xietong.example`,
  emailVerified: true,
  firstName: 'Load',
  lastName: username,
  credentials: [{ type: 'password', value: password }],
});

const importUsers = (numbers: readonly number[], run: Run): LoadRequest => ({
  door: 'administration',
  method: 'POST',
  path: '/partialImport',
  headers: json,
  body: JSON.stringify({ ifResourceExists: 'SKIP', users: numbers.map((n) => toUser(userOf(n, run), run.password)) }),
  as: 'administrator',
  expects: [200],
});

/** Many users log in, each once: Keycloak refuses a second log-in of a user while the first is under way (bruteForceProtected). */
export const logInStorm: Scenario = {
  name: 'log-in-storm',
  summary: 'distinct users log in, each once; they are made before and taken away after',
  rate: 1,
  seconds: 30,
  inFlightMax: 100,
  thresholds: { p95Ms: 1_000, p99Ms: 2_000 },
  principals: ['administrator'],
  prepare: (run) => {
    const all = iterationsOf(run);
    const firsts = all.filter((n) => n % usersARequest === 0);
    return [firsts.map((first) => importUsers(all.slice(first, first + usersARequest), run))];
  },
  requestOf: (n, run) => logIn('xietong-cli', userOf(n, run), run.password),
  cleanUp: (run) =>
    iterationsOf(run).map((n) => ({
      door: 'administration',
      method: 'DELETE',
      path: `/users/${userOf(n, run)}`,
      headers: {},
      as: 'administrator',
      // Who was never made is gone as well.
      expects: [204, 404],
    })),
};
