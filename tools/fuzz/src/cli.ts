import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withOwnEngines } from '@xietong/engines';
import { cloneDir } from '@xietong/faults/service-process';
import { TokenIssuer } from '@xietong/runtime/testing';
import { findServices } from './find-services.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { fuzz, installSchemathesis } from './schemathesis.ts';
import { makeTopics, startService, tokenFor } from './stage.ts';

const report = (line: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);
const services = findServices(cloneDir);

function askedFor(): Options {
  try {
    return parseOptions(process.argv.slice(2), services, 1 + (Date.now() % 1_000_000));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

/** The services in which something failed. */
async function fuzzAll(options: Options): Promise<string[]> {
  const packages = await installSchemathesis();
  const folder = mkdtempSync(join(tmpdir(), 'xietong-fuzz-'));
  const issuer = await TokenIssuer.start();
  report(`seed ${options.seed}: the same requests come with --seed ${options.seed}`);
  const failed = await withOwnEngines({ stateDir: join(folder, 'engines'), report }, async (engines) => {
    await makeTopics(engines, services);
    const token = await tokenFor(issuer, services);
    const found: string[] = [];
    for (const name of options.only) {
      const own = join(folder, name);
      const { service, release } = await startService(name, engines, issuer, own);
      const isSound = await fuzz(packages, { ...options, url: service.url, token, folder: own });
      const isAlive = (await service.readiness()).status === 200;
      if (!isSound || !isAlive) found.push(name);
      if (!isAlive) report(`${name} is not ready any more:\n${service.lastWords()}`);
      await service.terminate();
      release();
    }
    return found;
  });
  await issuer.stop();
  if (failed.length === 0) rmSync(folder, { recursive: true });
  else report(`the fuzzer's reports and what the services logged are in ${folder}`);
  return failed;
}

const options = askedFor();
if (options.help) {
  console.log(usage);
  process.exit(0);
}
const failed = await fuzzAll(options);
for (const name of options.only) console.log(`${name}: ${failed.includes(name) ? 'failed' : 'nothing failed'}, seed ${options.seed}`);
process.exit(failed.length === 0 ? 0 : 1);
