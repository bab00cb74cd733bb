import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of files to be written, by path from the root of the workspace; all of them or, after a fault, none. */
export type Changes = Readonly<Record<string, string>>;

/** Why nothing was generated, in a sentence that says what to do. */
export class GeneratorFault extends Error {}

/** A workspace to read; nothing in it changes while a generation is planned. */
export interface Workspace {
  has(path: string): boolean;
  get(path: string): string;
  folders(path: string): string[];
}

export const workspaceAt = (root: string): Workspace => ({
  has: (path) => existsSync(join(root, path)),
  get: (path) => readFileSync(join(root, path), 'utf8'),
  folders: (path) => readdirSync(join(root, path)),
});
