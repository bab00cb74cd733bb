import http, { type RefinedParams, type ResponseType } from 'k6/http';
import { type Doors, outgoingOf, type Tokens } from '../scenarios/doors.ts';
import type { LoadRequest } from '../scenarios/scenario.ts';

/** What `http.request` and `http.batch` take. */
export interface K6Request {
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
  readonly params: RefinedParams<ResponseType>;
}

/** A scenario's request in the terms of k6, which judges its answer by the statuses that the scenario expects. */
export function toK6(request: LoadRequest, doors: Doors, tokens: Tokens, withinMs: number): K6Request {
  const { method, url, headers, body } = outgoingOf(request, doors, tokens);
  // One name for all addresses of a scenario: each project has its own, and k6 keeps a series for each name.
  const params = {
    headers,
    timeout: withinMs,
    responseCallback: http.expectedStatuses(...request.expects),
    tags: { name: `${method} ${request.door}` },
    redirects: 0,
  };
  return { method, url, body: body ?? null, params };
}
