import { join } from 'node:path';
import { pino } from 'pino';
import { edge } from './edge/edge.ts';
import { parseEnvironment } from './edge/environment.ts';
import { serve } from './edge/serve.ts';

const log = pino({ name: 'portal' });
const environment = parseEnvironment(process.env);
const directory = join(import.meta.dirname, '..', 'dist');

const { port, stop } = await serve((isReady) => edge({ environment, directory, log, isReady }), environment);
log.info({ port }, 'listening');

// The process ends by itself once it has stopped.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'stopping');
    stop().then(
      () => log.info('stopped'),
      (error: unknown) => log.error({ err: error }, 'stopping failed'),
    );
  });
}
