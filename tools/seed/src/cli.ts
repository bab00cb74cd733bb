import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { importFile } from './import-file.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { progressBar } from './progress-bar.ts';
import { checkAnswers } from './projects-api.ts';
import { renderFindings, renderReport } from './render-report.ts';
import { tokenSource } from './token-source.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const findingsFile = join(root, '.xietong', 'seed', 'findings.csv');
const run = promisify(execFile);

const RunningServices = z.object({ services: z.object({ projects: z.url().optional() }) });
// EX_USAGE of sysexits.h.
const wrongCommandLine = 64;

const options = optionsOf(process.argv.slice(2));
if (options?.help) console.log(usage);
else if (options) process.exitCode = await seed(options).catch(explain);

function optionsOf(args: readonly string[]): Options | undefined {
  try {
    return parseOptions(args);
  } catch (fault) {
    explain(fault);
    console.error(usage);
    process.exitCode = wrongCommandLine;
    return undefined;
  }
}

function explain(fault: unknown): number {
  console.error(fault instanceof Error ? fault.message : fault);
  return 1;
}

async function seed(options: Options): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const bar = progressBar(process.stderr);
  // npm runs this from the clone's root; a file is named from where the user stands.
  const file = resolve(process.env['INIT_CWD'] ?? '.', options.file);
  const projectsUrl = options.projectsUrl ?? (await runningProjectsUrl());
  await checkAnswers(projectsUrl);
  const report = await importFile(file, {
    projectsUrl,
    token: tokenSource(() => printedToken(options.tokenCommand)),
    inFlight: options.inFlight,
    signal: stop.signal,
    onPlan: ({ projects }) => bar.start(projects.length),
    onProgress: (done) => bar.advance(done),
  }).finally(() => bar.stop());
  mkdirSync(dirname(findingsFile), { recursive: true });
  writeFileSync(findingsFile, renderFindings(report.findings));
  console.log(`${renderReport(report)}\nEvery finding, line by line: ${findingsFile}`);
  return report.complete ? 0 : 1;
}

async function printedToken(command: string | undefined): Promise<string> {
  const { stdout } = await (command ? run('sh', ['-c', command]) : run(process.execPath, [tool('token.ts'), 'rcn-officer']));
  return stdout.trim();
}

async function runningProjectsUrl(): Promise<string> {
  // Where nothing runs the status is a failure, and says so.
  const status = await run(process.execPath, [tool('status.ts'), '--json']).catch(() => undefined);
  const { services } = RunningServices.parse(status ? JSON.parse(status.stdout) : { services: {} });
  if (!services.projects) throw new Error('the projects service is not running: npm start, or give --projects-url and --token-command');
  return services.projects;
}

function tool(file: string): string {
  return join(root, 'tools', 'start', 'src', file);
}
