// A process that works on engines of its own, and in them on something slower of its own, until it is told to end; both take a moment to go down.
import { setTimeout as pause } from 'node:timers/promises';
import { endingWith } from './ending.ts';
import { withOwnEngines } from './own-engines.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function goDown(what: string, ms: number): Promise<void> {
  say(`${what} going down`);
  await pause(ms);
  say(`${what} down`);
}

await withOwnEngines(
  { stateDir: 'nowhere', report: () => undefined },
  () =>
    endingWith(
      () => goDown('inner', 600),
      async () => {
        say('up');
        await pause(60_000);
      },
    ),
  { up: async () => ({}) as never, down: async () => (await goDown('engines', 300)) as never },
);
