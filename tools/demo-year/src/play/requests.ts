import { setTimeout as pause } from 'node:timers/promises';
import { type TokenSource, tokenSource } from '@xietong/seed';
import { Agent, request } from 'undici';
import { z } from 'zod';

/** A request of one of the year's people to one of the services. */
export interface Asked {
  readonly service: 'projects' | 'talent' | 'reporting';
  readonly as: string;
  readonly path: string;
}

/** A command: `key` makes it safe to give it again, in this run and in every later one. */
export interface Command extends Asked {
  readonly key: string;
  readonly body?: object;
}

/** Refused, by the code of the problem and in its words. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string;

  constructor(asked: Asked, status: number, code: string, words: string) {
    super(`${asked.as} at ${asked.service}${asked.path}: ${status} ${code} ${words}`);
    this.status = status;
    this.code = code;
  }
}

export interface Requests {
  /** Gives a command and answers the document after it. Throws `Refused`. */
  give(command: Command): Promise<Document>;
  /** Reads what somebody may read. Throws `Refused`. */
  read(asked: Asked): Promise<unknown>;
  /** Commands that took effect, not counting those that had before. */
  changes(): number;
  close(): Promise<void>;
}

export interface RequestsOptions {
  readonly services: Readonly<Record<Asked['service'], string>>;
  readonly token: (username: string) => Promise<string>;
  readonly signal: AbortSignal;
  /** How often a command took effect or was answered again. */
  readonly onDone?: () => void;
}

/** A document as the services show it; what a command needs of it is read where it is needed. */
export const Document = z.looseObject({ id: z.string() });
export type Document = z.output<typeof Document>;

const Problem = z.object({
  code: z.string().catch('unknown'),
  title: z.string().catch(''),
  detail: z.string().optional(),
  errors: z.unknown().optional(),
});
const patienceMs = 60_000;
const firstPauseMs = 50;
const longestPauseMs = 2_000;
/** A first log-in is dear, since Keycloak hashes the password anew; more of them at once only wait for each other. */
const logInsAtOnce = 4;

/** The services as the year's people call them: connections are kept, what time alone can mend is tried again. */
export function requestsTo({ services, token, signal, onDone }: RequestsOptions): Requests {
  const dispatcher = new Agent({ keepAliveTimeout: 30_000, connections: 32 });
  const sources = new Map<string, TokenSource>();
  const loggingIn = atOnce(logInsAtOnce);
  const sourceOf = (username: string): TokenSource => {
    const source = sources.get(username) ?? tokenSource(() => loggingIn(() => token(username)));
    sources.set(username, source);
    return source;
  };
  let changes = 0;

  async function once(asked: Asked, command?: Command): Promise<Reply> {
    const bearer = await sourceOf(asked.as)();
    const { statusCode, headers, body } = await request(`${services[asked.service]}${asked.path}`, {
      dispatcher,
      signal,
      method: command ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${bearer}`,
        'accept-language': 'en',
        ...(command && { 'content-type': 'application/json', 'idempotency-key': command.key, 'if-match': '*' }),
      },
      ...(command && { body: JSON.stringify(command.body ?? {}) }),
    });
    if (statusCode === 401) await sourceOf(asked.as)(bearer);
    return { status: statusCode, isReplayed: headers['idempotency-replayed'] === 'true', text: await body.text() };
  }

  async function patiently(asked: Asked, command?: Command): Promise<Reply> {
    const giveUpAt = performance.now() + patienceMs;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      signal.throwIfAborted();
      const reply = await once(asked, command).catch((fault: unknown) => {
        if (signal.aborted || performance.now() > giveUpAt) throw fault;
        return undefined;
      });
      if (reply && reply.status < 300) return reply;
      const problem = reply && problemIn(reply.text);
      if (reply && problem && !mayPass(reply.status, problem.code))
        throw new Refused(asked, reply.status, problem.code, `${problem.detail ?? problem.title} ${JSON.stringify(problem.errors ?? '')}`);
      if (performance.now() > giveUpAt) throw new Error(`${asked.service}${asked.path} does not answer: ${reply?.text ?? 'it is away'}`);
      await pause(pauseMs, undefined, { signal });
    }
  }

  return {
    async give(command) {
      const { text, isReplayed } = await patiently(command, command);
      if (!isReplayed) changes += 1;
      onDone?.();
      return Document.parse(JSON.parse(text));
    },
    read: async (asked) => JSON.parse((await patiently(asked)).text) as unknown,
    changes: () => changes,
    close: () => dispatcher.close(),
  };
}

/** Lets so many pieces of work run at the same time; the others wait for their turn. */
function atOnce(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

interface Reply {
  readonly status: number;
  readonly isReplayed: boolean;
  readonly text: string;
}

function problemIn(text: string): z.output<typeof Problem> {
  try {
    return Problem.parse(JSON.parse(text));
  } catch {
    return { code: 'unknown', title: text.slice(0, 200) };
  }
}

// A fault of the service, its limits, an outdated token, and this very command being under way after its connection broke.
const mayPass = (status: number, code: string): boolean =>
  status >= 500 || status === 429 || status === 408 || status === 401 || code === 'in-flight';
