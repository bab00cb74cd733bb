import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { answerClientFaults } from '@xietong/runtime/client-faults';
import { rawProblem } from './problem.ts';

export interface ServeOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly host: string;
  readonly limits?: Partial<typeof serverLimits>;
  /** How long a process that is asked to stop goes on answering, unready. */
  readonly unreadyFirst?: () => Promise<unknown>;
}

export interface Serving {
  readonly port: number;
  /** Turns unready first, then takes no new connection; resolves once the answers under way are sent. */
  readonly stop: () => Promise<void>;
}

/** How long a reader may take to send a request, and how large its headers may be: what the services behind allow. */
export const serverLimits = {
  // A file of 20 MB takes that long at 1.4 Mbit/s.
  requestTimeout: 120_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
};

// So that a load balancer sees it before connections are refused.
const unreadyFirstMs = 250;

/** Answers on a port by what `listenerOf` makes, which can ask whether the process is still ready. Rejects where the port is taken. */
export const serve = async (
  listenerOf: (isReady: () => boolean) => RequestListener,
  { port, host, limits, unreadyFirst = () => pause(unreadyFirstMs) }: ServeOptions,
): Promise<Serving> => {
  let stopped: Promise<void> | undefined;
  const listener = listenerOf(() => stopped === undefined);
  const server = createServer({ ...serverLimits, ...limits }, listener);
  answerClientFaults(server, rawProblem);
  await once(server.listen(port, host), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => (stopped ??= unreadyFirst().then(() => close(server))),
  };
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    // A connection that falls idle from now on would only hold the process up.
    server.keepAliveTimeout = 1;
    server.close((error) => (error ? reject(error) : resolve()));
  });
