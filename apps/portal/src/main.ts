import { join } from 'node:path';
import { pino } from 'pino';
import { edge } from './edge/edge.ts';
import { parseEnvironment } from './edge/environment.ts';
import { serve } from './edge/serve.ts';

const log = pino({ name: 'portal' });
const environment = parseEnvironment(process.env);
const directory = join(import.meta.dirname, '..', 'dist');

let stopping = false;
const { port, stop } = await serve(edge({ environment, directory, log, isReady: () => !stopping }), environment.port, environment.host);
log.info({ port }, 'listening');

// Unready first; the process ends by itself once the answers under way are sent.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    stopping = true;
    log.info({ signal }, 'stopping');
    stop().then(
      () => log.info('stopped'),
      (error: unknown) => log.error({ err: error }, 'stopping failed'),
    );
  });
}
