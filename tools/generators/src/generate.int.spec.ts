import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WorkspaceCopy } from './workspace-copy.fixture.ts';

interface JestReport {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly title: string; readonly status: string }[] }[];
}

const copy = new WorkspaceCopy();
afterAll(() => copy.remove());

const generate = (...args: string[]) => copy.run('node', 'tools/generators/src/cli.ts', ...args);

/** Runs targets of a context's app and contract; the boundary rule is silent, and finds nothing, where Nx has no graph. */
function expectPasses(context: string, targets: string): void {
  const { code, output } = copy.run(
    'nx',
    'run-many',
    '-t',
    targets,
    '-p',
    `@xietong/${context},@xietong/contracts-${context}`,
    '--output-style=stream',
  );
  expect([code, output]).toEqual([0, expect.not.stringContaining('The rule will be skipped')]);
}

function failedTests(project: string): string[] {
  const file = join(copy.root, 'report.json');
  copy.run('jest', '--config', 'jest.config.mjs', '--rootDir', project, '--json', `--outputFile=${file}`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  expect(report.numPassedTests).toBeGreaterThan(0);
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ title }) => title),
  );
}

/** Every file of the copy with its text, to see that nothing has changed. */
const everything = () =>
  ['apps', 'libs', 'tools', 'eslint.config.mjs'].flatMap((top) => {
    const path = join(copy.root, top);
    const files = statSync(path).isFile()
      ? [path]
      : readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file));
    return files.filter((file) => statSync(file).isFile()).map((file) => [file, readFileSync(file, 'utf8')]);
  });

test('what is refused changes nothing and ends with a sentence', () => {
  const before = everything();
  for (const args of [
    ['command', 'projects', 'project', 'suspend'],
    ['command', 'projects', 'grant', 'award'],
    ['service', 'projects', 'loan'],
    ['aggregate', 'projects', 'call'],
    ['servant'],
  ]) {
    const { code, output } = generate(...args);
    expect([code, output.includes('    at ')]).toEqual([1, false]);
  }
  expect(everything()).toEqual(before);
});

test('a generated command of the oldest service compiles, and one failing test of its aggregate says what to write', () => {
  expect(generate('command', 'projects', 'project', 'withdraw')).toMatchObject({ code: 0 });
  expectPasses('projects', 'typecheck');
  expect(failedTests('libs/contracts/projects')).toEqual([]);
  expect(failedTests('apps/projects/src/project')).toEqual([
    'project.withdrawn changes something: write its effect in evolve, its rule in decide/withdraw.ts, its examples here',
  ]);
});

test('a generated service compiles, lints and passes its specifications, with another aggregate too, and so does a command in it but for one', () => {
  expect(generate('service', 'lending', 'loan-request')).toMatchObject({ code: 0 });
  copy.link('contracts-lending', 'libs/contracts/lending');
  copy.link('lending', 'apps/lending');
  expectPasses('lending', 'golden');
  expectPasses('lending', 'lint,typecheck,test');

  expect(generate('aggregate', 'lending', 'repayment')).toMatchObject({ code: 0 });
  expectPasses('lending', 'lint,typecheck,test');

  expect(generate('command', 'lending', 'loan-request', 'set-limit')).toMatchObject({ code: 0 });
  expectPasses('lending', 'lint,typecheck');
  expect(failedTests('apps/lending')).toEqual([
    'loan-request.limit-set changes something: write its effect in evolve, its rule in decide/set-limit.ts, its examples here',
  ]);
});
