import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { checkNothingIsLeft, findMarked, markName } from './leftovers.ts';

const mark = randomUUID();
const start = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore', env: { ...process.env, ...env } });

describe('a process that is left', () => {
  it('is found by its mark, named and killed', async () => {
    const [marked, other] = [start({ [markName]: mark }), start({ [markName]: randomUUID() })];
    const ended = once(marked, 'exit');
    await Promise.all([once(marked, 'spawn'), once(other, 'spawn')]);
    try {
      expect(findMarked(mark).map(({ pid }) => pid)).toEqual([marked.pid]);
      const { failures } = await checkNothingIsLeft(mark, 0);
      expect(failures).toEqual([{ what: 'no process is left', why: expect.stringMatching(`^${marked.pid}: .*setInterval`) as string }]);
      expect(await ended).toEqual([null, 'SIGKILL']);
      expect(await checkNothingIsLeft(mark, 0)).toEqual({ passed: 1, failures: [] });
      expect(other.exitCode).toBeNull();
    } finally {
      other.kill('SIGKILL');
      marked.kill('SIGKILL');
    }
  });
});
