import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Changes } from './workspace.ts';

const templates = join(import.meta.dirname, '..', 'templates');

/** The files of a folder of templates, with each `__word__` in path and text replaced by what it stands for. */
export function render(folder: string, words: Readonly<Record<string, string>>): Changes {
  const files = readdirSync(join(templates, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tmpl'));
  return Object.fromEntries(
    files
      .sort()
      .map((file) => [fill(file.slice(0, -'.tmpl'.length), words), fill(readFileSync(join(templates, folder, file), 'utf8'), words)]),
  );
}

function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/__([a-zA-Z]+)__/g, (placeholder, word: string) => {
    const meant = words[word];
    if (meant === undefined) throw new Error(`nothing stands for ${placeholder}`);
    return meant;
  });
}
