// A process that works on engines of its own until it is told to end; they take a moment to go down.
import { setTimeout as pause } from 'node:timers/promises';
import { withOwnEngines } from './own-engines.ts';

await withOwnEngines({ stateDir: 'nowhere', report: () => undefined }, () => pause(60_000), {
  up: async () => {
    process.stdout.write('up\n');
    return {} as never;
  },
  down: async () => {
    process.stdout.write('going down\n');
    await pause(300);
    process.stdout.write('down\n');
    return [] as never;
  },
});
