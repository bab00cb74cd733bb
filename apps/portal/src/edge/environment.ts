import { z } from 'zod';

/** Where Keycloak is and as whom the web application logs in there, as `/config.json` tells the browser. */
export interface Keycloak {
  readonly url: string;
  readonly realm: string;
  readonly clientId: string;
}

export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly projectsUrl: string;
  readonly reportingUrl: string;
  readonly keycloak: Keycloak;
}

const webAddress = z.url({ protocol: /^https?$/, error: 'the http(s) address of the service' });

const keycloakOf = (issuer: string, context: z.RefinementCtx): Keycloak => {
  const [, url, realm] = /^(https?:\/\/.+)\/realms\/([^/]+)$/.exec(issuer) ?? [];
  if (url !== undefined && realm !== undefined) return { url, realm, clientId: 'xietong-portal' };
  context.addIssue({ code: 'custom', message: 'a realm of Keycloak, http(s)://…/realms/<realm>, without a slash at the end' });
  return z.NEVER;
};

const Variables = z.object({
  PORT: z.coerce.number({ error: 'a port, 0 for any free one' }).int().min(0).max(65_535).default(0),
  HOST: z.string().min(1).default('127.0.0.1'),
  XIETONG_PROJECTS_URL: webAddress,
  XIETONG_REPORTING_URL: webAddress,
  XIETONG_OIDC_ISSUER: z.string({ error: 'the issuer of the tokens' }).transform(keycloakOf),
});

/** Reads the edge's configuration. Throws one error that names every variable at fault. */
export const parseEnvironment = (variables: Record<string, string | undefined>): Environment => {
  const parsed = Variables.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(['The portal cannot start with this environment:', ...faults].join('\n'));
  }
  const { PORT, HOST, XIETONG_PROJECTS_URL, XIETONG_REPORTING_URL, XIETONG_OIDC_ISSUER } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    projectsUrl: XIETONG_PROJECTS_URL,
    reportingUrl: XIETONG_REPORTING_URL,
    keycloak: XIETONG_OIDC_ISSUER,
  };
};
