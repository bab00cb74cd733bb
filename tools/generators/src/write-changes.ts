import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Changes } from './workspace.ts';

/** Writes the changes, formatted as the workspace formats its files. */
export async function writeChanges(root: string, changes: Changes): Promise<void> {
  const formatted = await Promise.all(
    Object.entries(changes).map(async ([path, text]) => {
      const filepath = join(root, path);
      return [filepath, await format(text, { ...(await resolveConfig(filepath)), filepath })] as const;
    }),
  );
  for (const [file, text] of formatted) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
