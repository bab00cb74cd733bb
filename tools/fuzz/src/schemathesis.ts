import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cached } from '@xietong/engines/cache';
import { run } from '@xietong/engines/run';

const folder = join(import.meta.dirname, '..');
const requirements = join(folder, 'requirements.txt');
const configuration = join(folder, 'schemathesis.toml');

/** The folder of the fuzzer's pinned packages, fetched with pip where this user has not got them yet. */
export async function installSchemathesis(): Promise<string> {
  const python = await run({ file: 'python3', args: ['--version'] });
  const quietly = ['--quiet', '--disable-pip-version-check', '--no-input'];
  return cached({ title: 'schemathesis', ingredients: [python, readFileSync(requirements, 'utf8')] }, async (dir, scratch) => {
    const exactly = ['--only-binary=:all:', '--no-deps', '--target', dir, '--requirement', requirements];
    await run({ file: 'python3', args: ['-m', 'pip', 'install', ...quietly, ...exactly], env: { TMPDIR: scratch } });
  });
}

export interface Campaign {
  readonly url: string;
  readonly token: string;
  readonly examples: number;
  readonly seconds?: number;
  readonly seed: number;
  /** Where it leaves its report. */
  readonly folder: string;
}

/** Fuzzes every route of the service from the OpenAPI document that the service itself gives; answers whether nothing failed. */
export async function fuzz(packages: string, { url, token, examples, seconds, seed, folder: cwd }: Campaign): Promise<boolean> {
  const options = {
    'max-examples': String(examples),
    seed: String(seed),
    ...(seconds === undefined ? {} : { 'max-time': String(seconds) }),
    'report-ndjson-path': join(cwd, 'report.ndjson'),
  };
  // In English, in which `platform_checks.py` knows the faults that no schema can say.
  const headers = [`Authorization: Bearer ${token}`, 'Accept-Language: en'].flatMap((header) => ['--header', header]);
  const given = [...headers, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])];
  const args = ['-m', 'schemathesis.cli', '--config-file', configuration, 'run', `${url}/openapi.json`, ...given];
  const child = spawn('python3', args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PYTHONPATH: [packages, folder].join(delimiter),
      SCHEMATHESIS_HOOKS: 'platform_checks',
      PYTHONDONTWRITEBYTECODE: '1',
      NO_COLOR: '1',
    },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
