import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Failure, Tally } from './tally.ts';

/** What is read of Jest's own result of a run (the same that `jest --json` prints). */
export interface JestRun {
  readonly testResults: readonly {
    readonly testFilePath: string;
    /** Set where the file itself could not be run; then there are no single tests. */
    readonly testExecError?: unknown;
    readonly failureMessage?: string | null;
    readonly testResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Counts a run of Jest. A test that was skipped fails: nobody would notice that it no longer proves anything. */
export function toTally({ testResults }: JestRun, root: string): Tally {
  const tests = testResults.flatMap((file) => file.testResults.map((test) => ({ ...test, file: relative(root, file.testFilePath) })));
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures: [...testResults.flatMap((file) => brokenFile(file, root)), ...tests.flatMap(failureOf)],
  };
}

function brokenFile({ testFilePath, testExecError, failureMessage }: JestRun['testResults'][number], root: string): Failure[] {
  if (testExecError === undefined || testExecError === null) return [];
  return [{ what: relative(root, testFilePath), why: plain(failureMessage ?? 'the file could not be run') }];
}

function failureOf({
  file,
  fullName,
  status,
  failureMessages,
}: { file: string } & JestRun['testResults'][number]['testResults'][number]): Failure[] {
  if (status === 'passed') return [];
  const why = status === 'failed' ? failureMessages.map(plain).join('\n') : `is ${status}: mend it, or delete it`;
  return [{ what: `${file}: ${fullName}`, why }];
}

// Without colours, and without the frames of Jest's own machinery.
function plain(message: string): string {
  return stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => !/^\s+at .*node_modules/.test(line))
    .join('\n')
    .trim();
}
