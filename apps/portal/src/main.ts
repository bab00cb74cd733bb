import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { edge } from './edge/edge.ts';
import { parseEnvironment } from './edge/environment.ts';

const log = pino({ name: 'portal' });
const environment = parseEnvironment(process.env);
const directory = join(import.meta.dirname, '..', 'dist');

let stopping = false;
const server = edge({ environment, directory, log, isReady: () => !stopping }).listen(environment.port, environment.host, (error) => {
  if (error) throw error;
  log.info({ port: (server.address() as AddressInfo).port }, 'listening');
});

// Unready first; then no new connection, and the process ends by itself once the answers under way are sent.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    stopping = true;
    log.info({ signal }, 'stopping');
    server.close();
  });
}
