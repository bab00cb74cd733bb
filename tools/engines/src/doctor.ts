import { existsSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { EngineAddresses } from './addresses.ts';
import { cacheDir } from './cache.ts';
import { parseExternal } from './external.ts';
import { findMachineJava, javaVersionMin } from './java.ts';
import { manifest } from './manifest.ts';
import { run } from './run.ts';

/** One thing that the engines or the tests need of the machine. */
export interface Finding {
  what: string;
  state: 'ok' | 'missing' | 'optional';
  /** What was found, or why it is wanted. */
  detail: string;
  /** The command that installs it. */
  mend?: string;
}

const diskMegabytesMin = 2000;
const memoryMegabytesMin = 2000;

/** Looks at all that the engines need, by who runs them, and at what `npm test` needs beside them. */
export async function examine(mode: EngineAddresses['mode'], stateDir: string): Promise<Finding[]> {
  if (mode === 'external') return [node(), external(), await chromium()];
  if (mode === 'docker') return [node(), await docker(), disk(stateDir), memory(), await chromium()];
  return [
    machine(),
    node(),
    await python(),
    await pip(),
    await maven(),
    await java(),
    await libraries(),
    disk(cacheDir()),
    disk(stateDir),
    memory(),
    await chromium(),
  ];
}

/** The findings as lines for people. */
export function findingLines(findings: readonly Finding[]): string {
  const signs = { ok: 'ok      ', missing: 'MISSING ', optional: 'optional' };
  return findings
    .map(({ what, state, detail, mend }) => `${signs[state]}  ${what}: ${detail}${mend ? `\n          -> ${mend}` : ''}`)
    .join('\n');
}

function machine(): Finding {
  const found = `${process.platform} ${process.arch}`;
  const fits = process.platform === 'linux' && process.arch === 'x64';
  return finding('machine', fits, found, 'set XIETONG_ENGINES=docker or XIETONG_ENGINES=external: the pinned mongod is for Linux on x64');
}

function node(): Finding {
  return finding('Node', Number(process.versions.node.split('.')[0]) >= 20, process.versions.node, 'install Node 20 or later');
}

async function python(): Promise<Finding> {
  const version = await say('python3', '--version');
  return finding('Python 3', version !== undefined, version ?? 'fetches MongoDB and unpacks', install('python3'));
}

async function pip(): Promise<Finding> {
  const version = await say('python3', '-m', 'pip', '--version');
  return finding('pip', version !== undefined, version ?? 'fetches MongoDB', install('python3-pip'));
}

async function maven(): Promise<Finding> {
  const version = await say('mvn', '--version');
  return finding('Maven', version !== undefined, version ?? 'fetches Kafka and Keycloak', install('maven'));
}

async function java(): Promise<Finding> {
  const found = await findMachineJava();
  if (found) return { what: `Java ${javaVersionMin} or later`, state: 'ok', detail: found.file };
  const { title, version, package: wanted } = manifest.java;
  return {
    what: `Java ${javaVersionMin} or later`,
    state: 'optional',
    detail: `not on this machine: ${title} ${version} comes from the package ${wanted.name}`,
  };
}

/** Shared libraries of mongod that a small installation lacks. */
async function libraries(): Promise<Finding> {
  const known = (await say('/sbin/ldconfig', '-p')) === undefined ? '' : await run({ file: '/sbin/ldconfig', args: ['-p'] });
  const absent = ['libcurl.so.4', 'libssl.so.3', 'libcrypto.so.3', 'liblzma.so.5'].filter((name) => !known.includes(name));
  return finding(
    "mongod's libraries",
    absent.length === 0,
    absent.length === 0 ? 'all there' : absent.join(', '),
    install('libcurl4 libssl3 liblzma5'),
  );
}

/** The browser of the end-to-end tests, by the names under which `npm test` looks for it; nothing else needs it. */
async function chromium(): Promise<Finding> {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    // Debian's script that starts it may grumble before it says its version.
    const version = /^(?:Chromium|Google Chrome) .*\S/m.exec((await outputOf(name, '--version')) ?? '')?.[0];
    if (version !== undefined) return { what: 'Chromium', state: 'ok', detail: version };
  }
  return { what: 'Chromium', state: 'optional', detail: 'needed by npm test only', mend: install('chromium fonts-noto-cjk') };
}

async function docker(): Promise<Finding> {
  const version = await say('docker', 'compose', 'version');
  return finding(
    'Docker Compose',
    version !== undefined,
    version ?? 'runs the engines',
    'install Docker Engine with its Compose plugin, or unset XIETONG_ENGINES',
  );
}

function external(): Finding {
  try {
    parseExternal(process.env);
    return { what: 'addresses', state: 'ok', detail: 'all variables are set' };
  } catch (fault) {
    return finding('addresses', false, (fault as Error).message, 'set these variables, or unset XIETONG_ENGINES');
  }
}

function disk(dir: string): Finding {
  let existing = dir;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  const megabytes = Math.round((bavail * bsize) / 1e6);
  return finding(
    `room in ${dir}`,
    megabytes >= diskMegabytesMin,
    `${megabytes} MB free`,
    `free ${diskMegabytesMin} MB, or set XDG_CACHE_HOME to another disk`,
  );
}

function memory(): Finding {
  const megabytes = Math.round(totalmem() / 1e6);
  return finding(
    'memory',
    megabytes >= memoryMegabytesMin,
    `${megabytes} MB`,
    `the engines need ${memoryMegabytesMin} MB: set XIETONG_ENGINES=external`,
  );
}

function finding(what: string, fits: boolean, detail: string, mend: string): Finding {
  return fits ? { what, state: 'ok', detail } : { what, state: 'missing', detail, mend };
}

/** The first line that the program says, or undefined where it is not there or fails. */
async function say(file: string, ...args: string[]): Promise<string | undefined> {
  return (await outputOf(file, ...args))?.split('\n')[0];
}

/** All that the program says, without its colours, or undefined where it is not there or fails. */
async function outputOf(file: string, ...args: string[]): Promise<string | undefined> {
  try {
    return stripVTControlCharacters(await run({ file, args })).trim();
  } catch {
    // Absent or broken is the same to its user: it must be installed.
    return undefined;
  }
}

const packageTools = { 'apt-get': 'apt-get install', dnf: 'dnf install', zypper: 'zypper install' };

function install(packages: string): string {
  const tool = Object.entries(packageTools).find(([name]) => existsSync(`/usr/bin/${name}`))?.[1] ?? packageTools['apt-get'];
  return `${process.getuid?.() === 0 ? '' : 'sudo '}${tool} --yes ${packages}`;
}
