import { randomBytes } from 'k6/crypto';
import http from 'k6/http';
import { type Doors, doorsOf, type Keycloak, type Tokens } from '../scenarios/doors.ts';
import { logIn } from '../scenarios/log-in-storm.ts';
import { agencyFrom, loginFrom } from '../scenarios/principals.ts';
import { type LoadRequest, preparationTimeoutMs, preparedInFlight, type Scenario, timeoutMs } from '../scenarios/scenario.ts';
import type { Prepared } from './prepared.ts';
import { toK6 } from './request.ts';

/** Does what must be done before the first iteration. Throws at what is missing, and at an answer that is not right. */
export function prepare(scenario: Scenario, rate: number, seconds: number): Prepared {
  const portal = __ENV['XIETONG_LOAD_PORTAL'];
  if (portal === undefined) throw new Error("XIETONG_LOAD_PORTAL must be the portal's address");
  const agency = scenario.principals.includes('officer') ? agencyFrom(__ENV) : '';
  const run = { seed: randomWord(5), password: randomWord(18), agency, rate, seconds };
  const { keycloak } = http.get(`${portal}/config.json`).json() as unknown as { keycloak: Keycloak };
  const doors = doorsOf(portal, keycloak);
  for (const phase of scenario.prepare(run)) sendAll(phase, scenario, keycloak, doors);
  return { run, keycloak, doors, tokens: logInAll(scenario, keycloak, doors) };
}

export const cleanUp = (scenario: Scenario, { run, keycloak, doors }: Prepared): void =>
  sendAll(scenario.cleanUp(run), scenario, keycloak, doors);

/** Sends what is not measured, some at a time, each time with new tokens: an administrator's lasts a minute. Throws at an answer that is not right. */
function sendAll(requests: readonly LoadRequest[], scenario: Scenario, keycloak: Keycloak, doors: Doors): void {
  for (let first = 0; first < requests.length; first += preparedInFlight) {
    const some = requests.slice(first, first + preparedInFlight);
    const tokens = logInAll(scenario, keycloak, doors);
    const answers = http.batch(some.map((request) => toK6(request, doors, tokens, preparationTimeoutMs)));
    some.forEach(({ method, path, expects }, n) => {
      const { status, body } = answers[n] as (typeof answers)[number];
      if (!expects.includes(status)) throw new Error(`${method} ${path} is answered ${status} ${String(body).slice(0, 200)}`);
    });
  }
}

function logInAll({ principals }: Scenario, keycloak: Keycloak, doors: Doors): Tokens {
  const pairs = principals.map((principal) => {
    const { clientId, realm, username, password } = loginFrom(principal, __ENV);
    const own = realm === undefined ? doors : doorsOf('', { ...keycloak, realm });
    const { method, url, body, params } = toK6(logIn(clientId, username, password), own, {}, timeoutMs);
    const answer = http.request(method, url, body, params);
    if (answer.status !== 200) throw new Error(`Keycloak gives the ${principal} no token: ${answer.status}`);
    return [principal, (answer.json() as { access_token: string }).access_token] as const;
  });
  return Object.fromEntries(pairs);
}

const randomWord = (bytes: number): string =>
  Array.from(new Uint8Array(randomBytes(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
