import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { superviseEngines } from './supervised-engines.ts';

let enginesDir: string;
let ending: AbortController;
let lines: string[];

beforeEach(() => {
  enginesDir = mkdtempSync(join(tmpdir(), 'xietong-engines-'));
  ending = new AbortController();
  lines = [];
});
afterEach(() => {
  ending.abort();
  rmSync(enginesDir, { recursive: true });
});

/** As a start leaves it behind that nobody stopped; no process of this boot has the number. */
const die = (engine: string): void => writeFileSync(join(enginesDir, `${engine}.pid`), 'another boot\n4194305 (gone) S 1');
const stop = (engine: string): void => rmSync(join(enginesDir, `${engine}.pid`));

/** Watches until `raise` has been called so often. */
async function watchUntil(calls: number, raise: (call: number) => Promise<void>): Promise<void> {
  let call = 0;
  await superviseEngines(enginesDir, {
    report: (line) => lines.push(line),
    signal: ending.signal,
    everyMs: 1,
    async raise() {
      call += 1;
      if (call === calls) ending.abort();
      await raise(call);
    },
  });
}

test('an engine that died is started again, and lines say so', async () => {
  die('mongo');
  die('kafka');
  await watchUntil(1, async () => undefined);
  expect(lines).toEqual(['died and started again: MongoDB, Kafka', 'serving again: MongoDB, Kafka']);
});

test('one that cannot be started is tried again, and a line says why', async () => {
  die('kafka');
  await watchUntil(2, async (call) => {
    if (call === 1) throw new Error('port 9092 is taken');
    stop('kafka');
  });
  expect(lines).toEqual([
    'died and started again: Kafka',
    'the engines cannot be looked after; tried again in 0.002 s: port 9092 is taken',
    'died and started again: Kafka',
    'serving again: Kafka',
  ]);
});

test('one that was stopped is left alone', async () => {
  die('mongo');
  stop('mongo');
  const looked = superviseEngines(enginesDir, {
    report: (line) => lines.push(line),
    signal: ending.signal,
    everyMs: 1,
    raise: () => Promise.reject(new Error('nobody asked for it')),
  });
  die('keycloak');
  stop('keycloak');
  ending.abort();
  await looked;
  expect(lines).toEqual([]);
});

test('a set that cannot be looked at is looked at again, and its watch goes on', async () => {
  const unreadable = join(enginesDir, 'mongo.pid');
  mkdirSync(unreadable);
  const watch = superviseEngines(enginesDir, {
    report(line) {
      lines.push(line);
      rmSync(unreadable, { recursive: true, force: true });
      die('kafka');
    },
    signal: ending.signal,
    everyMs: 1,
    async raise() {
      ending.abort();
    },
  });
  await watch;
  expect(lines).toEqual([
    expect.stringContaining('the engines cannot be looked after'),
    'died and started again: Kafka',
    'serving again: Kafka',
  ]);
});
