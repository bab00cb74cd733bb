import { Agent } from 'node:http';
import { atRate } from './arrival-rate.ts';
import { answerTo } from './http-answer.ts';
import { inFlightAtOnce } from './in-flight.ts';
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
  const begun = performance.now();
  const replies = await inFlightAtOnce(count, inFlight, (n) => send(agent, url, callOf(n)));
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
  const { results } = await atRate({ perSecond, seconds }, async (n) => ({
    reply: await send(agent, url, callOf(n)),
    atMs: sharedNowMs(),
  }));
  agent.destroy();
  return results;
}

async function send(agent: Agent, url: string, { method, path, headers, body }: Call): Promise<string> {
  const outgoing = { method, url: `${url}${path}`, headers: { 'content-type': 'application/json', ...headers }, body };
  const { status, text } = await answerTo(agent, outgoing);
  if (status < 300) return text;
  throw new Error(`${method} ${path}: ${status} ${text}`);
}
