import type { Principal } from './scenario.ts';

/** Somebody who can log in, and at which realm: the platform's unless another is named. */
export interface Login {
  readonly clientId: string;
  readonly realm?: string;
  readonly username: string;
  readonly password: string;
}

export const variableOf = (principal: Principal): string => `XIETONG_LOAD_${principal.toUpperCase()}`;

/** How a principal of a running platform logs in, from `XIETONG_LOAD_OFFICER=<user>:<password>` and the like. Throws with the variable's name. */
export function loginFrom(principal: Principal, environment: Readonly<Record<string, string | undefined>>): Login {
  const [, username, password] = /^([^:]+):(.+)$/s.exec(environment[variableOf(principal)] ?? '') ?? [];
  if (username === undefined || password === undefined)
    throw new Error(`${variableOf(principal)} must say who the ${principal} is: <user>:<password>`);
  return loginOf(principal, username, password);
}

/** The administrator is known to Keycloak's own realm, everybody else to the platform's. */
export const loginOf = (principal: Principal, username: string, password: string): Login =>
  principal === 'administrator'
    ? { clientId: 'admin-cli', realm: 'master', username, password }
    : { clientId: 'xietong-cli', username, password };

/** The officer's agency as ids of projects begin, from `XIETONG_LOAD_AGENCY`. Throws where it is no agency. */
export function agencyFrom(environment: Readonly<Record<string, string | undefined>>): string {
  const agency = environment['XIETONG_LOAD_AGENCY'] ?? '';
  if (!/^[A-Z]{2}-\w+\.\w+$/.test(agency)) throw new Error("XIETONG_LOAD_AGENCY must be the officer's agency, like NO-03.inn");
  return agency;
}
