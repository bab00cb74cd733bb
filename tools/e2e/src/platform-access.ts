import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requiredVariable } from '@xietong/testing';
import { z } from 'zod';

export const projectsUrl = requiredVariable('XIETONG_TEST_PROJECTS_URL');
export const reportingUrl = requiredVariable('XIETONG_TEST_REPORTING_URL');
export const portalUrl = requiredVariable('XIETONG_TEST_PORTAL_URL');
export const issuer = requiredVariable('XIETONG_TEST_OIDC_ISSUER');

const Secrets = z.object({ kafka: z.record(z.string(), z.string()), people: z.record(z.string(), z.string()) });
const secrets = Secrets.parse(JSON.parse(readFileSync(join(requiredVariable('XIETONG_TEST_STATE_DIR'), 'secrets.json'), 'utf8')));

export const roles = ['applicant', 'expert', 'officer', 'director', 'analyst', 'auditor', 'operator', 'partner'] as const;
export type Role = (typeof roles)[number];

/** The four agencies of the demonstration, two in each of two regions; `prefix` is that of their topics and projects. */
export const agencies = [
  { name: 'kjj', ref: 'CN-331082/kjj', prefix: 'CN-331082.kjj' },
  { name: 'jxj', ref: 'CN-331082/jxj', prefix: 'CN-331082.jxj' },
  { name: 'rcn', ref: 'NO-03/rcn', prefix: 'NO-03.rcn' },
  { name: 'inn', ref: 'NO-03/inn', prefix: 'NO-03.inn' },
] as const;
export type Agency = (typeof agencies)[number];

/** Somebody with a login: `inn-officer`. */
export type Username = `${Agency['name']}-${Role}`;

/** The password of a principal at Kafka: `NO-03.inn`, or a service's. */
export const kafkaPasswordOf = (principal: string): string => known(principal, secrets.kafka);

const Tokens = z.object({ access_token: z.string() });

/** A new access token from Keycloak, by default through the client that the command line uses. */
export async function fetchToken(username: Username, clientId = 'xietong-cli'): Promise<string> {
  const response = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: clientId,
      username,
      password: known(username, secrets.people),
      scope: 'openid',
    }),
  });
  if (!response.ok) throw new Error(`Keycloak gives ${username} no token by ${clientId}: ${await response.text()}`);
  return Tokens.parse(await response.json()).access_token;
}

const tokens = new Map<Username, Promise<string>>();

/** The access token of one of the demonstration's people, fetched once: it lasts longer than any file of tests. */
export function tokenOf(username: Username): Promise<string> {
  const token = tokens.get(username) ?? fetchToken(username);
  tokens.set(username, token);
  return token;
}

function known(name: string, passwords: Readonly<Record<string, string>>): string {
  const password = passwords[name];
  if (password === undefined) throw new Error(`the platform has no password of ${name}`);
  return password;
}
