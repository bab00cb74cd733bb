import { findProcess, isRunning } from './process-identity.ts';

describe('a process', () => {
  it('is found by its pid, and is the same at every look', () => {
    const self = findProcess(process.pid);
    expect(self).toEqual(findProcess(process.pid));
    expect(self && isRunning(self)).toBe(true);
  });

  it('that began at another moment is another process', () => {
    expect(isRunning({ pid: process.pid, since: 'earlier' })).toBe(false);
  });

  it('that does not exist is not found', () => {
    const beyondEveryPid = 2 ** 30;
    expect(findProcess(beyondEveryPid)).toBeUndefined();
  });
});
