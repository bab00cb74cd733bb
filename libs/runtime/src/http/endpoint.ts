import type { Actor, Role } from '@xietong/kernel';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Verified } from '../access/principal.ts';
import { plainGuard, type RoleGuard } from '../access/role-guard.ts';
import type { Verify } from '../access/verifier.ts';
import { callerLimit, type CallerLimit } from './caller-limit.ts';
import { languageOf } from './language.ts';
import { requestMsMax } from './limits.ts';
import { askAgain, platformProblems } from './platform-problems.ts';
import { platformProblem, Problem, toReply } from './problem.ts';
import { isStreamed, type Reply, send } from './reply.ts';
import { StoreUnavailable } from '../store/store.ts';
import { type Trace, traceOf } from './trace-context.ts';

/** What every endpoint needs of its surroundings. */
export interface EndpointParts {
  readonly verify: Verify;
  readonly guard?: RoleGuard;
  /** Shared by all routes of a service; a limit of its own for each route where absent. */
  readonly callers?: CallerLimit;
  readonly log: Pick<Logger, 'debug' | 'info' | 'error'>;
  /** Told of every answer. */
  readonly answered?: (as: { readonly method: string; readonly route: string; readonly status: string }, seconds: number) => void;
  /** 30 s unless a test says otherwise. */
  readonly requestMsMax?: number;
  /** Two minutes unless a test says otherwise. */
  readonly uploadMsMax?: number;
}

/** A request on its way through a route. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly trace: Trace;
}

/** An exchange with someone whose token was verified and whose role the route lets pass. */
export interface PersonalExchange extends Exchange {
  readonly actor: Actor;
}

/** A route for anyone: the only ones are those that `openEndpoint` makes. */
export function openEndpoint(
  parts: EndpointParts,
  route: string,
  handle: (exchange: Exchange) => Promise<Reply>,
  msMax: number = parts.requestMsMax ?? requestMsMax,
): RequestHandler {
  return (request, response) => {
    const begunAt = performance.now();
    const { method } = request;
    const trace = traceOf(request.headers.traceparent);
    let answered = false;

    const answer = (reply: Reply, err?: unknown) => {
      if (answered) return undefined;
      answered = true;
      clearTimeout(timer);
      const sent = send(response, reply);
      const tookMs = performance.now() - begunAt;
      parts.answered?.({ method: told(method), route, status: `${Math.floor(reply.status / 100)}xx` }, tookMs / 1_000);
      const line = { method, route, status: reply.status, ms: Math.round(tookMs), traceid: trace.traceId };
      // A readiness of 503 is an answer, not a fault.
      if (reply.status >= 500 && err !== undefined) parts.log.error({ ...line, err }, 'request failed');
      else if (reply.status >= 400) parts.log.info(line, 'request refused');
      else parts.log.debug(line, 'request answered');
      return sent;
    };
    const refuse = (fault: unknown) => {
      const problem = problemOf(fault, request);
      if (!answered) return answer(toReply(problem, languageOf(request), trace.traceId), fault);
      if (problem.status >= 500) parts.log.error({ route, traceid: trace.traceId, err: fault }, 'request failed after its time was up');
      return undefined;
    };

    const timer = setTimeout(() => void refuse(overdue(request)), msMax);
    handle({ request, response, trace })
      .then(answer, refuse)
      .catch((err: unknown) => {
        parts.log.error({ route, traceid: trace.traceId, err }, 'an answer could not be written');
        response.destroy();
      });
  };
}

// A series for each word that a stranger sends would fill the memory.
const told = (method: string): string => (['GET', 'HEAD', 'POST'].includes(method) ? method : 'other');

// The caller's slowness is not the service's. His connection ends with the answer, or the server would time it out once more.
const overdue = (request: Request): Problem =>
  request.complete ? unanswered('took-too-long', request) : platformProblem('upload-too-slow', { headers: { Connection: 'close' } });

// A write may have been carried out all the same, and its key tells; a read has none.
function unanswered(code: 'took-too-long' | 'store-unavailable', { method }: Request, headers: Record<string, string> = {}): Problem {
  const problem = platformProblems[code];
  return new Problem(code, method === 'GET' || method === 'HEAD' ? { ...problem, remedy: askAgain } : problem, { headers });
}

/** Whoever sends no token where none is needed. All of them together have what one caller has of the limit. */
const nobody: Actor = { id: 'nobody', kind: 'person', roles: [] };

/** A route for people: token first, role second, and only then what the route does. One that is open needs neither, but a token that is sent is held to. */
export function personalEndpoint(
  parts: EndpointParts,
  { path, roles, isOpen = false, msMax }: { path: string; roles: readonly Role[]; isOpen?: boolean; msMax?: number },
  handle: (exchange: PersonalExchange) => Promise<Reply>,
): RequestHandler {
  const passes = (parts.guard ?? plainGuard)(roles);
  const callers = parts.callers ?? callerLimit();
  const identify = async ({ request, response }: Exchange): Promise<Actor> => {
    const verified = await authenticate(parts.verify, request);
    if (!isOpen && !passes(verified, request, response)) throw platformProblem('role-missing', { details: { roles } });
    return verified.actor;
  };
  const answer = async (exchange: Exchange): Promise<Reply> => {
    const actor = isOpen && exchange.request.headers.authorization === undefined ? nobody : await identify(exchange);
    const leave = callers.enter(actor.id);
    if (!leave) throw platformProblem('too-many-requests', { headers: { 'Retry-After': '1' } });
    let isStreaming = false;
    try {
      const reply = await handle({ ...exchange, actor });
      isStreaming = isStreamed(reply.body) && !exchange.response.closed;
      return reply;
    } finally {
      // A download is in work until its last byte is taken.
      if (isStreaming) exchange.response.once('close', leave);
      else leave();
    }
  };
  return openEndpoint(parts, path, answer, msMax);
}

function problemOf(fault: unknown, request: Request): Problem {
  if (fault instanceof Problem) return fault;
  if (fault instanceof StoreUnavailable) return unanswered('store-unavailable', request, { 'Retry-After': '2' });
  return platformProblem('internal-fault');
}

async function authenticate(verify: Verify, { headers }: Request): Promise<Verified> {
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw platformProblem('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer realm="xietong"' } });
  const verification = await verify(token);
  switch (verification.kind) {
    case 'verified':
      return verification.verified;
    case 'refused':
      throw platformProblem('token-invalid', {
        details: { check: verification.reason },
        headers: { 'WWW-Authenticate': 'Bearer realm="xietong", error="invalid_token"' },
      });
    case 'unavailable':
      throw platformProblem('identity-provider-unavailable', { headers: { 'Retry-After': '5' } });
  }
}
