import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the double did with one request; `act` may answer otherwise, or not at all. */
export interface Request {
  readonly key: string;
  readonly token: string;
  readonly number: string;
  /** How often this key was sent, this request included. */
  readonly attempt: number;
  answer(status: number, body?: object, headers?: Record<string, string>): void;
  /** Breaks the connection. */
  drop(): void;
}

/** For specs: a projects service that keeps what it is sent, on a port of its own. */
export interface ProjectsServiceDouble {
  readonly url: string;
  readonly projects: Map<string, string>;
  readonly requests: readonly Request[];
  /** The most requests that were under way at once. */
  readonly inFlightMax: number;
  close(): Promise<void>;
}

/** Starts the double. `act` sees each request first; where it returns true it has dealt with it. */
export async function projectsServiceDouble(
  act: (request: Request) => boolean | Promise<boolean> = () => false,
): Promise<ProjectsServiceDouble> {
  const projects = new Map<string, string>();
  const requests: Request[] = [];
  let inFlight = 0;
  let inFlightMax = 0;

  const registered = (query: URLSearchParams): object[] =>
    [...projects.values()].map((body) => JSON.parse(body) as { number: string }).filter(({ number }) => number === query.get('number'));

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    inFlightMax = Math.max(inFlightMax, ++inFlight);
    response.on('close', () => (inFlight -= 1));
    if (incoming.method === 'GET')
      return void response.end(JSON.stringify({ items: registered(new URL(`http://double${incoming.url}`).searchParams) }));
    const body = await text(incoming);
    const key = String(incoming.headers['idempotency-key']);
    const request: Request = {
      key,
      token: String(incoming.headers.authorization).replace('Bearer ', ''),
      number: (JSON.parse(body) as { number: string }).number,
      attempt: requests.filter((earlier) => earlier.key === key).length + 1,
      answer: (status, answered = {}, headers = {}) => response.writeHead(status, headers).end(JSON.stringify(answered)),
      drop: () => response.destroy(),
    };
    requests.push(request);
    if (await act(request)) return;
    const before = projects.get(key);
    if (before !== undefined && before !== body)
      return request.answer(422, { code: 'key-reused', title: 'The key was used for another request' });
    projects.set(key, body);
    request.answer(201, {}, before === undefined ? {} : { 'idempotency-replayed': 'true' });
  }

  const server = createServer((incoming, response) => void handle(incoming, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    projects,
    requests,
    get inFlightMax() {
      return inFlightMax;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
