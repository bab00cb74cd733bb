/**
 * What k6 and the runner share. Everything in this folder is data and pure functions of ECMAScript alone: k6 has neither Node's
 * nor a browser's modules, and `k6/tsconfig.json` compiles this folder without them.
 */

/** As whom a request is sent; without one it carries no token. */
export type Principal = 'officer' | 'analyst' | 'administrator';

/** Where a request goes in: the portal's two services, the realm at Keycloak, the administration of that realm. */
export type Door = 'projects' | 'reporting' | 'realm' | 'administration';

export interface LoadRequest {
  readonly door: Door;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Behind the door's address, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly as?: Principal;
  /** The statuses that are right; any other answer is a failed one. */
  readonly expects: readonly number[];
}

/** One run of a scenario: what its requests depend on beside their number. */
export interface Run {
  /** Sets what this run makes apart from all other runs; letters and digits. */
  readonly seed: string;
  /** The password of the users that this run makes. */
  readonly password: string;
  /** The officer's agency as ids of projects begin, `NO-03.inn`. */
  readonly agency: string;
  /** Iterations that arrive in a second. */
  readonly rate: number;
  readonly seconds: number;
}

/** Milliseconds that an answer may take. No iteration may be dropped and no request may fail: that is the same in all scenarios. */
export interface Thresholds {
  readonly p95Ms: number;
  readonly p99Ms: number;
}

export interface Scenario {
  readonly name: string;
  /** One line for people. */
  readonly summary: string;
  /** Iterations a second and seconds, unless others are asked for. */
  readonly rate: number;
  readonly seconds: number;
  /** How many iterations may be under way at once; one that arrives while so many are is dropped. */
  readonly inFlightMax: number;
  readonly thresholds: Thresholds;
  readonly principals: readonly Principal[];
  /** What must be there before the first iteration: phases one after the other, the requests of one phase in any order. */
  prepare(run: Run): readonly (readonly LoadRequest[])[];
  /** The nth iteration, from 0. */
  requestOf(n: number, run: Run): LoadRequest;
  /** Takes away what `prepare` made, as far as the platform lets anything be taken away. */
  cleanUp(run: Run): readonly LoadRequest[];
}

/** A scenario that cannot be run yet. */
export interface WaitingScenario {
  readonly name: string;
  readonly summary: string;
  /** What it waits for, in a sentence. */
  readonly waitsFor: string;
}

/** After so long an answer counts as one that never came. What is prepared is not measured, and may take its time. */
export const timeoutMs = 10_000;
export const preparationTimeoutMs = 60_000;

/** How many requests of one phase are under way at once. */
export const preparedInFlight = 16;

/** An administrator's token lasts a minute, so that no token is used for longer while things are prepared or taken away. */
export const tokenAgeMsMax = 30_000;

/** The numbers of all iterations that may begin. k6 starts its first at once, which may make one more than rate times seconds. */
export const iterationsOf = ({ rate, seconds }: Run): number[] => Array.from({ length: Math.ceil(rate * seconds) + 1 }, (_, n) => n);

export const json = { 'content-type': 'application/json' };
