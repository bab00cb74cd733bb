import exec from 'k6/execution';
import http from 'k6/http';
import type { Options } from 'k6/options';
import { preparedInFlight, type Scenario, timeoutMs } from '../scenarios/scenario.ts';
import { cleanUp, prepare } from './preparation.ts';
import type { Prepared } from './prepared.ts';
import { toK6 } from './request.ts';

/** What k6 takes from a script. */
export interface Script {
  readonly options: Options;
  setup(): Prepared;
  iterate(prepared: Prepared): void;
  teardown(prepared: Prepared): void;
}

/** A scenario as k6 runs it, with its own rate and seconds unless `XIETONG_LOAD_RATE` and `XIETONG_LOAD_SECONDS` say otherwise. */
export function scriptOf(scenario: Scenario): Script {
  const rate = wholeNumber('XIETONG_LOAD_RATE', scenario.rate);
  const seconds = wholeNumber('XIETONG_LOAD_SECONDS', scenario.seconds);
  return {
    options: optionsOf(scenario, rate, seconds),
    setup: () => prepare(scenario, rate, seconds),
    iterate: ({ run, doors, tokens }) => {
      const { method, url, body, params } = toK6(scenario.requestOf(exec.scenario.iterationInTest, run), doors, tokens, timeoutMs);
      http.request(method, url, body, params);
    },
    teardown: (prepared) => cleanUp(scenario, prepared),
  };
}

function optionsOf({ name, inFlightMax, thresholds }: Scenario, rate: number, seconds: number): Options {
  return {
    scenarios: {
      [name]: {
        executor: 'constant-arrival-rate',
        rate,
        timeUnit: '1s',
        duration: `${seconds}s`,
        preAllocatedVUs: inFlightMax,
        maxVUs: inFlightMax,
        gracefulStop: `${timeoutMs}ms`,
      },
    },
    // What is sent to prepare carries no scenario, so that it is not judged.
    thresholds: {
      [`http_req_duration{scenario:${name}}`]: [`p(95)<=${thresholds.p95Ms}`, `p(99)<=${thresholds.p99Ms}`],
      [`http_req_failed{scenario:${name}}`]: ['rate==0'],
      dropped_iterations: ['count==0'],
    },
    batch: preparedInFlight,
    batchPerHost: preparedInFlight,
    setupTimeout: '10m',
    teardownTimeout: '10m',
    summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max'],
  };
}

function wholeNumber(variable: string, usual: number): number {
  const word = __ENV[variable];
  if (word === undefined) return usual;
  if (!/^[1-9]\d{0,4}$/.test(word)) throw new Error(`${variable} ${word}: a whole number from 1 to 99999 is wanted`);
  return Number(word);
}
