import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { withOwnEngines } from './own-engines.ts';

const options = { stateDir: 'nowhere', report: () => undefined };

function fakeEngines() {
  const seen: string[] = [];
  const note =
    (what: string): (() => Promise<never>) =>
    async () => {
      seen.push(what);
      return undefined as never;
    };
  return { seen, up: note('up'), down: note('down') };
}

test('engines of its own end with the work, whether it succeeds or fails', async () => {
  const engines = fakeEngines();
  expect(await withOwnEngines(options, async () => 'done', engines)).toBe('done');
  await expect(withOwnEngines(options, () => Promise.reject(new Error('broken')), engines)).rejects.toThrow('broken');
  expect(engines.seen).toEqual(['up', 'down', 'up', 'down']);
});

test('what is left of engines that do not come up is taken down', async () => {
  const engines = { ...fakeEngines(), up: () => Promise.reject(new Error('no port')) };
  await expect(withOwnEngines(options, async () => 'done', engines)).rejects.toThrow('no port');
  expect(engines.seen).toEqual(['down']);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'told to end twice by %s, as npm and a terminal do, they still end in order, and what runs in them as well',
  async (signal, code) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'own-engines.fixture.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line === 'up' || line === 'inner going down') child.kill(signal);
    });
    expect(await once(child, 'exit')).toEqual([code, null]);
    expect(lines).toEqual(['up', 'inner going down', 'engines going down', 'engines down', 'inner down']);
  },
);
