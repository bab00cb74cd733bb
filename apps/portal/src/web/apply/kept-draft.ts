import type { Draft } from '../workbench/form/draft.ts';

/** What somebody has typed and not saved, and the version of the application that he had before him. */
export interface KeptDraft {
  readonly version: number;
  readonly content: Draft;
}

const keyOf = (id: string): string => `xietong.application.${id}`;

const isKept = (value: unknown): value is KeptDraft =>
  typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' && 'content' in value;

/** Keeps in this browser what is typed into an application until it is saved. Each answers whether the browser lets it. */
export const keptDrafts = (storage: Storage) => ({
  find(id: string): KeptDraft | undefined {
    try {
      const value: unknown = JSON.parse(storage.getItem(keyOf(id)) ?? 'null');
      return isKept(value) ? value : undefined;
    } catch {
      // What cannot be read is as good as nothing; the next keystroke replaces it.
      return undefined;
    }
  },
  keep(id: string, draft: KeptDraft): boolean {
    try {
      storage.setItem(keyOf(id), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  },
  drop(id: string): void {
    storage.removeItem(keyOf(id));
  },
});
