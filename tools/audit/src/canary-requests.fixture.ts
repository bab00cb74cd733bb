import { randomUUID } from 'node:crypto';

/** A resident identity number of the form of GB 11643: place, day of birth, serial number, check digit. Nobody bears this one. */
export const canary = '11010519491231002X';

const participant = (name: string) => ({
  no: 1,
  organisation: { name, region: 'NO-03' },
  role: 'lead',
  amount: { amount: 100_00, currency: 'EUR' },
});
export const project = (number: string, title: string) => ({
  number,
  title,
  signedOn: '2026-05-17',
  participants: [participant('A participant')],
});

/** A request that holds the canary in one place; `what` says in which. */
export interface Request {
  readonly what: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
}

export const bodyOf = (input: unknown): string => JSON.stringify(input);

/** Every place that a caller controls, each in requests of its own. */
export const plantedRequests = (): Request[] => [...inAddresses(), ...inHeaders(), ...inBodies(), ...inClaims()];

const routes = ['/v1/projects', '/v1/journals'];

function inAddresses(): Request[] {
  const parameters = ['limit', 'sort', 'count', 'after', 'status', 'year', 'region', 'unheard-of', canary];
  const get = (path: string): Request => ({ what: `GET ${path}`, method: 'GET', path });
  return [
    ...routes.flatMap((route) => [
      ...parameters.map((name) => get(`${route}?${name}=${canary}`)),
      get(`${route}?${canary}=1&${canary}=2`),
      get(`${route}/${canary}`),
      get(`${route}/${canary}?${canary}`),
      get(`${route}/${canary}/history?limit=${canary}`),
      get(`${route}/${canary}/${canary}`),
      get(`${route}/%E0%A4%A${canary}`),
    ]),
    get(`/${canary}`),
    get(`/readyz/${canary}`),
    get(`/metrics?${canary}`),
    { what: 'POST to a project of that id', method: 'POST', path: `/v1/projects/${canary}/complete`, body: '{}' },
    { what: 'POST of a command of that name', method: 'POST', path: `/v1/projects/1/${canary}`, body: '{}' },
  ];
}

function inHeaders(): Request[] {
  const names = [
    'authorization',
    'idempotency-key',
    'if-match',
    'if-none-match',
    'accept',
    'accept-language',
    'content-encoding',
    'cookie',
  ];
  const own = ['user-agent', 'traceparent', 'tracestate', 'baggage', 'x-request-id', 'x-forwarded-for', 'referer', 'expect', `x-${canary}`];
  const values: Readonly<Record<string, string>> = {
    authorization: `Bearer ${canary}`,
    traceparent: `00-${canary.padStart(32, '0')}-b7ad6b7169203331-01`,
    'content-type': `application/${canary}`,
  };
  return [...names, ...own, 'content-type'].flatMap((name) => {
    const headers = { [name]: values[name] ?? canary };
    return [
      { what: `GET with ${name}`, method: 'GET', path: '/v1/projects', headers },
      { what: `POST with ${name}`, method: 'POST', path: '/v1/projects/1/complete', headers, body: '{}' },
    ] satisfies Request[];
  });
}

function inBodies(): Request[] {
  const right = project(randomUUID(), 'A title');
  const wrong: Readonly<Record<string, string>> = {
    'as the whole': bodyOf(canary),
    'in a list': bodyOf([canary]),
    'in an unknown field': bodyOf({ ...right, identity: canary }),
    'as an unknown field': bodyOf({ ...right, [canary]: 1 }),
    'as an unknown field further in': bodyOf({ ...right, participants: [{ ...participant('One'), [canary]: { [canary]: canary } }] }),
    'in what is not JSON': `{"title": "${canary}"`,
    'with bytes that no text has': `{"title": "${canary}\\ud800\\u0000"}`,
    ...Object.fromEntries(
      ['number', 'signedOn', 'participants'].map((field) => [
        `as ${field}, with a title missing`,
        bodyOf({ ...right, title: undefined, [field]: canary }),
      ]),
    ),
    ...Object.fromEntries(
      ['no', 'role', 'amount', 'organisation'].map((field) => [
        `as ${field} of a participant`,
        bodyOf({ ...right, participants: [{ ...participant('One'), [field]: canary }] }),
      ]),
    ),
    'as a region': bodyOf({ ...right, participants: [{ ...participant('One'), organisation: { name: 'One', region: canary } }] }),
    'as the id of an organisation': bodyOf({
      ...right,
      participants: [{ ...participant('One'), organisation: { name: 'One', region: 'NO-03', id: `CN-USCI:${canary}` } }],
    }),
    'as a currency': bodyOf({ ...right, participants: [{ ...participant('One'), amount: { amount: 1, currency: canary } }] }),
  };
  return Object.entries(wrong).flatMap(([what, body]) => [
    { what: `POST of a project ${what}`, method: 'POST', path: '/v1/projects', body },
    { what: `POST of a plan ${what}`, method: 'POST', path: '/v1/projects/1/set-plan', body },
  ]);
}

function inClaims(): Request[] {
  const ask = (what: string, claims: Record<string, unknown>): Request[] => [
    { what: `a list, ${what}`, method: 'GET', path: '/v1/projects?unheard-of', claims },
    { what: `a command, ${what}`, method: 'POST', path: '/v1/projects', body: bodyOf({ number: 1 }), claims },
    { what: `a project, ${what}`, method: 'POST', path: '/v1/projects', body: bodyOf(project(randomUUID(), 'By someone')), claims },
  ];
  const claims = ['sub', 'org', 'name', 'preferred_username', 'email', 'azp', 'jti', 'region', 'agency', 'iss', 'typ', 'nonce'];
  return [
    ...claims.flatMap((claim) => ask(`${claim} is it`, { [claim]: canary })),
    ...ask('an agency is named like it', { agency: `a${canary.toLowerCase()}` }),
    ...ask('a role is it', { roles: [canary], realm_access: { roles: [canary] } }),
    ...ask('an audience is it', { aud: [canary] }),
  ];
}
