import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';

/** The clone that this tool belongs to. */
export const cloneDir = join(import.meta.dirname, '..', '..', '..');

/** Where a clone keeps its running platform, unless it is told otherwise. */
export const usualStateDir = join(cloneDir, '.xietong');

/** Where the engines of a state folder keep theirs. */
export const enginesDirOf = (stateDir: string): string => join(stateDir, 'engines');

/** Reads a file of the state folder; undefined where there is none. A file of another shape throws. */
export function findStateFile<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> | undefined {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** Writes a file of the state folder whole or not at all, readable by its owner only. */
export function writeStateFile(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(whole, file);
}

export const removeStateFile = (file: string): void => rmSync(file, { force: true });
