import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { sharedNowMs } from './servers/measured-process.ts';

/** One request of a load. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends `count` calls, `inFlight` at a time, over kept connections; any status of 300 or more is a fault. Answers the wall time in seconds and the replies. */
export async function sendLoad(
  url: string,
  count: number,
  inFlight: number,
  callOf: (n: number) => Call,
): Promise<{ seconds: number; replies: string[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const replies: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next; n < count; n = next) {
      next += 1;
      replies[n] = await send(agent, url, callOf(n));
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return { seconds, replies };
}

/** Calls a second over `count` calls, `inFlight` at a time. */
export async function callsPerSecond(url: string, count: number, inFlight: number, callOf: (n: number) => Call): Promise<number> {
  const { seconds } = await sendLoad(url, count, inFlight, callOf);
  return count / seconds;
}

/** A reply with the instant at which it was whole, by the clock that processes share. */
export interface TimedReply {
  readonly reply: string;
  readonly atMs: number;
}

/** Sends calls at a fixed rate, whether or not earlier ones were answered, and answers all replies. */
export async function sendAtRate(url: string, perSecond: number, seconds: number, callOf: (n: number) => Call): Promise<TimedReply[]> {
  const agent = new Agent({ keepAlive: true });
  const replies = await atRate(perSecond, seconds, async (n) => ({ reply: await send(agent, url, callOf(n)), atMs: sharedNowMs() }));
  agent.destroy();
  return replies;
}

/** Begins `work` at a fixed rate and waits for all of it. A millisecond that brings several begins them together. */
export async function atRate<Result>(perSecond: number, seconds: number, work: (n: number) => Promise<Result>): Promise<Result[]> {
  const begunMs = sharedNowMs();
  const count = Math.round(perSecond * seconds);
  const all: Promise<Result>[] = [];
  while (all.length < count) {
    const due = Math.min(count, Math.floor(((sharedNowMs() - begunMs) / 1000) * perSecond));
    while (all.length < due) all.push(work(all.length));
    await pause(1);
  }
  return Promise.all(all);
}

function send(agent: Agent, url: string, { method, path, headers, body }: Call): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${url}${path}`,
      { agent, method, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if ((response.statusCode ?? 500) < 300) resolve(text);
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
        });
        response.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
