import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';
import { dataSetFile, importFile } from './import-file.ts';
import { progressBar } from './progress-bar.ts';
import { renderFindings, renderReport } from './render-report.ts';
import { tokenSource } from './token-source.ts';

const usage = `npm run seed -- [options]: imports EU research grants in Norway through the API of the projects service
  --file <csv>             another file of the same form (default: the copy in tools/seed/data)
  --in-flight <n>          requests at the same time (default 32)
  --projects-url <url>     the projects service (default: the one that npm start runs)
  --token-command <line>   prints a bearer token of an officer (default: npm run token for rcn-officer)`;

const root = join(import.meta.dirname, '..', '..', '..');
const findingsFile = join(root, '.xietong', 'seed', 'findings.csv');
const run = promisify(execFile);

const { values } = parseArgs({
  options: {
    file: { type: 'string', default: dataSetFile },
    'in-flight': { type: 'string', default: '32' },
    'projects-url': { type: 'string' },
    'token-command': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else process.exitCode = await seed().catch(explain);

function explain(fault: unknown): number {
  console.error(fault instanceof Error ? fault.message : fault);
  return 1;
}

async function seed(): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const bar = progressBar(process.stderr);
  // npm runs this from the clone's root; a file is named from where the user stands.
  const file = resolve(process.env['INIT_CWD'] ?? '.', values.file);
  const report = await importFile(file, {
    projectsUrl: values['projects-url'] ?? (await runningProjectsUrl()),
    token: tokenSource(printedToken),
    inFlight: z.coerce.number().int().min(1).max(256).parse(values['in-flight']),
    signal: stop.signal,
    onPlan: ({ projects }) => bar.start(projects.length),
    onProgress: (done) => bar.advance(done),
  }).finally(() => bar.stop());
  mkdirSync(dirname(findingsFile), { recursive: true });
  writeFileSync(findingsFile, renderFindings(report.findings));
  console.log(`${renderReport(report)}\nEvery finding, line by line: ${findingsFile}`);
  return report.complete ? 0 : 1;
}

async function printedToken(): Promise<string> {
  const command = values['token-command'];
  const { stdout } = await (command ? run('sh', ['-c', command]) : run(process.execPath, [tool('token.ts'), 'rcn-officer']));
  return stdout.trim();
}

async function runningProjectsUrl(): Promise<string> {
  const { stdout } = await run(process.execPath, [tool('status.ts'), '--json']);
  const { services } = z.object({ services: z.object({ projects: z.url().optional() }) }).parse(JSON.parse(stdout));
  if (!services.projects) throw new Error('the projects service is not running: npm start, or give --projects-url and --token-command');
  return services.projects;
}

function tool(file: string): string {
  return join(root, 'tools', 'start', 'src', file);
}
