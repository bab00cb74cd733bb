import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveKafkaJars, sha256Of } from './download.ts';

/** Writes down which jars the manifest's Kafka consists of, each with its SHA-256; after a raised version, its diff is what to review. */
export async function lockKafkaJars(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'kafka-jars-'));
  try {
    const libs = join(scratch, 'libs');
    await resolveKafkaJars(libs, scratch);
    const jars: Record<string, string> = {};
    for (const name of readdirSync(libs).sort()) jars[name] = await sha256Of(join(libs, name));
    writeFileSync(join(import.meta.dirname, 'kafka-jars.json'), `${JSON.stringify(jars, null, 2)}\n`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
