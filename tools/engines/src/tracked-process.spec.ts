import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTracked, isRunning, startTracked, stopTracked, wasStarted } from './tracked-process.ts';
import { until } from './until.ts';

const sleeper = { file: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'] };

describe('a tracked process', () => {
  let dir: string;
  let pidFile: string;
  const start = (command = sleeper) => startTracked(command, pidFile, join(dir, 'log'));

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'engines-process-'));
    pidFile = join(dir, 'pid');
  });
  afterEach(async () => {
    await stopTracked(pidFile);
    rmSync(dir, { recursive: true });
  });

  test('is known again by its pid file, and stops when asked', async () => {
    const started = await start();
    expect(findTracked(pidFile)).toEqual(started);
    await stopTracked(pidFile);
    expect(isRunning(started)).toBe(false);
    expect(wasStarted(pidFile)).toBe(false);
  });

  test('that was killed is known to have died', async () => {
    const started = await start();
    process.kill(started.pid, 'SIGKILL');
    await until(
      async () => !isRunning(started),
      5000,
      () => 'it still runs',
    );
    expect(findTracked(pidFile)).toBeUndefined();
    expect(wasStarted(pidFile)).toBe(true);
  });

  test('a stranger that was given the pid of a dead engine is not taken for it, and is not killed', async () => {
    const stranger = await start();
    const [boot, stat = ''] = readFileSync(pidFile, 'utf8').split('\n');
    const other = join(dir, 'other-pid');
    const fields = stat.split(' ');
    writeFileSync(other, `${boot}\n${[...fields.slice(0, 21), String(Number(fields[21]) - 1), ...fields.slice(22)].join(' ')}\n`);
    expect(findTracked(other)).toBeUndefined();
    await stopTracked(other);
    expect(existsSync(other)).toBe(false);
    expect(isRunning(stranger)).toBe(true);
  });

  test('that does not listen to a gentle request is ended after the grace', async () => {
    const stubborn = {
      file: process.execPath,
      args: ['-e', "process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)"],
    };
    const started = await start(stubborn);
    await until(
      async () => readFileSync(join(dir, 'log'), 'utf8').includes('deaf'),
      5000,
      () => 'it did not begin',
    );
    await stopTracked(pidFile, 100);
    expect(isRunning(started)).toBe(false);
  });

  test('gets what is in its environment beside ours', async () => {
    await startTracked({ file: '/bin/sh', args: ['-c', 'echo "$GREETING $HOME"'], env: { GREETING: 'hello' } }, pidFile, join(dir, 'log'));
    await until(
      async () => readFileSync(join(dir, 'log'), 'utf8') === `hello ${process.env['HOME']}\n`,
      5000,
      () => 'no greeting',
    );
  });
});
