import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { reservePort } from '@xietong/engines';
import { findPlatform, findRecord, writeRecord } from './platform-file.ts';
import { PlatformRun, stopPlatform } from './platform-run.ts';
import { endProcess, findProcess, isRunning, type ProcessIdentity } from './process-identity.ts';
import type { ServicePlan } from './services.ts';

const until = async (condition: () => boolean) => {
  while (!condition()) await pause(20);
};

describe('processes of the platform', () => {
  let stateDir: string;
  const lines: string[] = [];
  const children: ChildProcess[] = [];

  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'xietong-'));
    lines.length = 0;
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await stopPlatform(stateDir);
    rmSync(stateDir, { recursive: true });
  });

  const sleeper = (): ProcessIdentity => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    children.push(child);
    const identity = findProcess(child.pid ?? 0);
    if (!identity) throw new Error('the process did not start');
    return identity;
  };

  const ready =
    "import { createServer } from 'node:http'; createServer((_, answer) => answer.end()).listen(Number(process.env.PORT), '127.0.0.1');";
  const plan = (source: string, port = 0): ServicePlan => {
    const mainFile = join(stateDir, 'main.mjs');
    writeFileSync(mainFile, source);
    return {
      name: 'projects',
      url: `http://127.0.0.1:${port}`,
      mainFile,
      environment: { PORT: String(port) },
      logFile: join(stateDir, 'logs', 'projects.log'),
    };
  };
  const begin = () => PlatformRun.begin(stateDir, (line) => lines.push(line));
  const servedBy = () => findRecord(stateDir)?.services['projects']?.process;
  const freePort = async () => {
    const { port, release } = await reservePort([]);
    release();
    return port;
  };

  it('are known by the moment they began: a stranger with the same pid is not ended', async () => {
    const stranger = sleeper();
    await endProcess({ ...stranger, since: 'another boot 12345' }, 100);
    expect(isRunning(stranger)).toBe(true);
    await endProcess(stranger, 5_000);
    expect(isRunning(stranger)).toBe(false);
  });

  it('that do not heed the request to end are ended after the grace', async () => {
    const child = spawn(process.execPath, [
      '-e',
      "process.on('SIGTERM', () => {}); process.stdout.write('up'); setInterval(() => {}, 1000)",
    ]);
    children.push(child);
    await new Promise((started) => child.stdout.once('data', started));
    const deaf = findProcess(child.pid ?? 0);
    if (!deaf) throw new Error('the process did not start');
    await endProcess(deaf, 100);
    expect(isRunning(deaf)).toBe(false);
  });

  it('are written down while they run, and gone with their record when the platform stops', async () => {
    const run = await begin();
    await run.startService(plan(ready, await freePort()));
    const service = servedBy();
    expect(service && isRunning(service)).toBe(true);
    expect(findPlatform(stateDir)?.supervisor.pid).toBe(process.pid);
    await stopPlatform(stateDir);
    expect(service && isRunning(service)).toBe(false);
    expect(findRecord(stateDir)).toBeUndefined();
  });

  it('are started again when they die, and a line says so', async () => {
    const run = await begin();
    await run.startService(plan(ready, await freePort()));
    const first = servedBy();
    if (first) process.kill(first.pid, 'SIGKILL');
    await until(() => servedBy() !== undefined && servedBy()?.pid !== first?.pid);
    expect(lines.join()).toContain('projects was ended by SIGKILL; it is started again in 0.5 s');
  });

  it('that die before they are ready fail the start with their last words', async () => {
    const run = await begin();
    await expect(
      run.startService(plan("console.error('the environment is not complete'); process.exit(78);", await freePort())),
    ).rejects.toThrow(/projects ended with code 78:\n[\s\S]*the environment is not complete/);
  });

  it('that a killed start has left behind are ended by the next one', async () => {
    const [dead, orphan] = [sleeper(), sleeper()];
    await endProcess(dead, 5_000);
    writeRecord(stateDir, { supervisor: dead, services: { projects: { url: 'http://127.0.0.1:1', process: orphan } }, ownsEngines: false });
    expect(findPlatform(stateDir)).toBeUndefined();
    await begin();
    expect(isRunning(orphan)).toBe(false);
  });

  it('cannot be started twice from one state folder', async () => {
    await begin();
    await expect(begin()).rejects.toThrow('a platform runs from');
  });
});
