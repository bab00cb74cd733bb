import { z } from 'zod';
import { serviceNames } from '../service-names.ts';

/** Where Keycloak is and as whom the web application logs in there, as `/config.json` tells the browser. */
export interface Keycloak {
  readonly url: string;
  readonly realm: string;
  readonly clientId: string;
}

export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Where each service is. */
  readonly services: Readonly<Record<string, string>>;
  readonly keycloak: Keycloak;
}

const webAddress = z.url({ protocol: /^https?$/, error: 'the http(s) address of the service' });

const keycloakOf = (issuer: string, context: z.RefinementCtx): Keycloak => {
  const [, url, realm] = /^(https?:\/\/.+)\/realms\/([^/]+)$/.exec(issuer) ?? [];
  if (url !== undefined && realm !== undefined) return { url, realm, clientId: 'xietong-portal' };
  context.addIssue({ code: 'custom', message: 'a realm of Keycloak, http(s)://…/realms/<realm>, without a slash at the end' });
  return z.NEVER;
};

const variableOf = (name: string) => `XIETONG_${name.toUpperCase().replaceAll('-', '_')}_URL`;

const Variables = z.object({
  PORT: z.coerce.number({ error: 'a port, 0 for any free one' }).int().min(0).max(65_535).default(0),
  HOST: z.string().min(1).default('127.0.0.1'),
  services: z.record(z.enum(serviceNames), webAddress),
  XIETONG_OIDC_ISSUER: z.string({ error: 'the issuer of the tokens' }).transform(keycloakOf),
});

/** Reads the edge's configuration. Throws one error that names every variable at fault. */
export const parseEnvironment = (variables: Record<string, string | undefined>): Environment => {
  const services = Object.fromEntries(serviceNames.map((name) => [name, variables[variableOf(name)]]));
  const parsed = Variables.safeParse({ ...variables, services });
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path: [name, service], message }) =>
      service === undefined ? `  ${String(name)}: ${message}` : `  ${variableOf(String(service))}: ${message}`,
    );
    throw new Error(['The portal cannot start with this environment:', ...faults].join('\n'));
  }
  const { PORT, HOST, XIETONG_OIDC_ISSUER, ...rest } = parsed.data;
  return { port: PORT, host: HOST, keycloak: XIETONG_OIDC_ISSUER, services: rest.services };
};
