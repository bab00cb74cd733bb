import { type Agent, request } from 'node:http';

/** A request of a load as it goes out. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** After so long without an answer it is given up. */
  readonly timeoutMs?: number;
}

/** What came back, whatever the status. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends a request over the agent's connections; throws where no whole answer comes. */
export function answerTo(agent: Agent, { method, url, headers, body, timeoutMs }: Outgoing): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const signal = timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) };
    const outgoing = request(url, { agent, method, headers, ...signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
