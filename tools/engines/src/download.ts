import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Errand } from './errand.ts';
import { manifest, type Package } from './manifest.ts';
import { run } from './run.ts';
import type { Command } from './tracked-process.ts';

const dependencyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** Fetches one package with its ordinary client into the scratch folder, verifies it and answers the file's path. */
export async function downloadPackage(wanted: Package, title: string, scratch: string, errand: Errand): Promise<string> {
  const client = { pip, mvn: mvnCopy }[wanted.client];
  await watched(title, wanted.megabytes, scratch, errand, () => run(client(wanted.name, scratch), errand.signal));
  const file = join(scratch, wanted.file);
  await verify(file, wanted.sha256);
  return file;
}

/** Fetches the jars of one Kafka node: exactly those of the lock list, each verified. */
export async function downloadKafkaJars(libs: string, scratch: string, errand: Errand): Promise<void> {
  const { title, version, jars, megabytes } = manifest.kafka;
  await watched(`${title} ${version}`, megabytes, scratch, errand, () => resolveKafkaJars(libs, scratch, errand.signal));
  await checkJars(libs, jars);
}

/** Lets Maven resolve the jars of the manifest's Kafka into a folder, unverified. */
export async function resolveKafkaJars(libs: string, scratch: string, signal?: AbortSignal): Promise<void> {
  const { version, log4j } = manifest.kafka;
  const versions = [`-Dkafka.version=${version}`, `-Dlog4j.version=${log4j}`];
  const pom = join(import.meta.dirname, '..', 'maven', 'kafka.xml');
  await run(mvn(scratch, '-f', pom, ...versions, `${dependencyPlugin}:copy-dependencies`, `-DoutputDirectory=${libs}`), signal);
}

function pip(requirement: string, scratch: string): Command {
  const quietly = ['--quiet', '--disable-pip-version-check', '--no-cache-dir'];
  const exactly = ['--no-deps', '--only-binary=:all:', '--dest', scratch, requirement];
  // Its temporary files count as progress, so they lie in the scratch folder too.
  return { file: 'python3', args: ['-m', 'pip', 'download', ...quietly, ...exactly], env: { TMPDIR: scratch } };
}

function mvnCopy(artifact: string, scratch: string): Command {
  return mvn(scratch, `${dependencyPlugin}:copy`, `-Dartifact=${artifact}`, `-DoutputDirectory=${scratch}`);
}

// A repository of its own in the scratch folder: two builds at once do not meet in it, and its growth is the download's progress.
function mvn(scratch: string, ...args: string[]): Command {
  return { file: 'mvn', args: ['--batch-mode', '--quiet', `-Dmaven.repo.local=${join(scratch, 'm2')}`, ...args] };
}

async function checkJars(libs: string, jars: Record<string, string>): Promise<void> {
  const unknown = readdirSync(libs).filter((name) => !(name in jars));
  if (unknown.length > 0) throw new Error(`jars that kafka-jars.json does not list: ${unknown.join(', ')}`);
  for (const [name, sha256] of Object.entries(jars)) await verify(join(libs, name), sha256);
}

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Fails where the file is missing or is not the pinned one. */
export async function verify(file: string, sha256: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`the download brought no ${file}`);
  const found = await sha256Of(file);
  if (found !== sha256)
    throw new Error(`${file} has SHA-256 ${found}, the manifest pins ${sha256}: it is not the pinned file and is not used`);
}

/** Unpacks a zip file or wheel and makes the named files executable (the module of Python forgets those bits). */
export async function unpack(archive: string, dir: string, executables: readonly string[]): Promise<void> {
  await run({ file: 'python3', args: ['-m', 'zipfile', '-e', archive, dir] });
  if (executables.length > 0) await run({ file: 'chmod', args: ['755', ...executables.map((name) => join(dir, name))] });
}

async function watched(
  title: string,
  megabytes: number,
  scratch: string,
  { progress }: Errand,
  work: () => Promise<unknown>,
): Promise<void> {
  const look = () => progress.download(title, Math.round(bytesIn(scratch) / 1e6), megabytes);
  look();
  const timer = setInterval(look, 200);
  try {
    await work();
  } finally {
    clearInterval(timer);
    progress.done(title);
  }
}

function bytesIn(dir: string): number {
  return readdirSync(dir, { recursive: true })
    .map((name) => statSync(join(dir, name.toString()), { throwIfNoEntry: false }))
    .reduce((sum, stat) => sum + (stat?.isFile() ? stat.size : 0), 0);
}
