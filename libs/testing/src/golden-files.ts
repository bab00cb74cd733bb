import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts that are derived from code and reviewed by people, each by the name of its file in a `golden` folder. */
export type GoldenFiles = Readonly<Record<string, string>>;

/** Declares the tests that a golden folder holds exactly these files; `project` is whose target `golden` writes them anew. */
export function goldenFilesAreCurrent(project: string, files: GoldenFiles, folder: string): void {
  test('no golden file is missing, and none is left of what is gone', () => {
    expect(filesIn(folder)).toEqual(Object.keys(files).sort());
  });

  test.each(Object.entries(files))(`%s is as the code has it; after a change that is meant: npx nx golden ${project}`, (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });
}

/** Makes a golden folder hold exactly these files. */
export function writeGoldenFiles(files: GoldenFiles, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of filesIn(folder)) if (!(name in files)) rmSync(join(folder, name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** The names of the files in a folder, sorted; folders in it do not count. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
