import type { LoadRequest, Scenario } from './scenario.ts';

/** The ten commonest questions, those of the overview, of a figure's page and of a region's: metric and query. A test holds them to those of the bench. */
export const questions: readonly (readonly [metric: string, query: Readonly<Record<string, string>>])[] = [
  ['projects', {}],
  ['granted-amount', {}],
  ['projects', { by: 'year' }],
  ['granted-amount', { by: 'year' }],
  ['participations', { by: 'region' }],
  ['granted-amount', { by: 'region' }],
  ['cross-region-projects', {}],
  ['pair-projects', { by: 'a,b' }],
  ['lead-to-partner-amount', { by: 'from,to' }],
  ['granted-amount', { by: 'year', region: 'NO-03' }],
];

const requestOf = (n: number): LoadRequest => {
  const [metric, query] = questions[n % questions.length] as (typeof questions)[number];
  const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return {
    door: 'reporting',
    method: 'GET',
    path: `/v1/figures/${metric}${words.length > 0 ? `?${words.join('&')}` : ''}`,
    headers: {},
    as: 'analyst',
    expects: [200],
  };
};

/** Analysts ask for figures, each time anew: no request says which answer it already has. */
export const figureQueries: Scenario = {
  name: 'figure-queries',
  summary: 'analysts ask the ten commonest figures in turn, none of them conditionally',
  rate: 20,
  seconds: 30,
  inFlightMax: 100,
  thresholds: { p95Ms: 250, p99Ms: 500 },
  principals: ['analyst'],
  prepare: () => [],
  requestOf,
  cleanUp: () => [],
};
