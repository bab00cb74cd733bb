import { type JestRun, toTally } from './jest-tally.ts';

const file = (changes: Partial<JestRun['testResults'][number]>): JestRun['testResults'][number] => ({
  testFilePath: '/clone/libs/kernel/src/access.spec.ts',
  failureMessage: null,
  testResults: [],
  ...changes,
});
const test = (status: string, ...failureMessages: string[]) => ({ fullName: 'a role lets an officer', status, failureMessages });

describe('a run of Jest', () => {
  it('is counted test by test, over all its files', () => {
    const run = { testResults: [file({ testResults: [test('passed'), test('passed')] }), file({ testResults: [test('passed')] })] };
    expect(toTally(run, '/clone')).toEqual({ passed: 3, failures: [] });
  });

  it('names a failed test by its file and its sentence, and says why without colours and foreign frames', () => {
    const message =
      'Error: \u001b[31mexpected true\u001b[39m\n    at permits (access.spec.ts:3:1)\n    at run (/clone/node_modules/jest-circus/run.js:1:1)';
    expect(toTally({ testResults: [file({ testResults: [test('failed', message), test('passed')] })] }, '/clone')).toEqual({
      passed: 1,
      failures: [
        {
          what: 'libs/kernel/src/access.spec.ts: a role lets an officer',
          why: 'Error: expected true\n    at permits (access.spec.ts:3:1)',
        },
      ],
    });
  });

  it('fails for a file that could not be run at all', () => {
    const broken = file({ testExecError: new Error('x'), failureMessage: 'Cannot find module' });
    expect(toTally({ testResults: [broken] }, '/clone')).toEqual({
      passed: 0,
      failures: [{ what: 'libs/kernel/src/access.spec.ts', why: 'Cannot find module' }],
    });
  });

  it.each(['pending', 'todo', 'skipped', 'disabled'])('fails for a test that is %s', (status) => {
    expect(toTally({ testResults: [file({ testResults: [test(status)] })] }, '/clone')).toEqual({
      passed: 0,
      failures: [{ what: 'libs/kernel/src/access.spec.ts: a role lets an officer', why: `is ${status}: mend it, or delete it` }],
    });
  });

  it('without any test counts nothing', () => {
    expect(toTally({ testResults: [] }, '/clone')).toEqual({ passed: 0, failures: [] });
  });
});
