import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Serving {
  readonly port: number;
  /** Takes no new connection, and resolves once the answers under way are sent. */
  readonly stop: () => Promise<void>;
}

/** How long a reader may take to send a request, and how large its headers may be: what the services behind allow. */
const limits = { requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 };

/** Answers on a port, 0 for any free one. Rejects where the port is taken. */
export const serve = async (listener: RequestListener, port: number, host: string): Promise<Serving> => {
  const server = createServer(limits, listener).listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve, reject) => {
        // A connection that falls idle from now on would only hold the process up.
        server.keepAliveTimeout = 1;
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
};
