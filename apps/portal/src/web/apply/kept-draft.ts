import type { Draft } from '../workbench/form/draft.ts';

/** What somebody has typed and not saved, and the version of the application that he had before him. */
export interface KeptDraft {
  readonly version: number;
  readonly content: Draft;
}

const keyOf = (username: string, id: string): string => `xietong.application.${username}.${id}`;

const isKept = (value: unknown): value is KeptDraft =>
  typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' && 'content' in value;

/** Keeps in this browser what somebody types into an application until it is saved; people who share a browser do not see each other's. */
export const keptDrafts = (storage: Storage, username: string) => ({
  find(id: string): KeptDraft | undefined {
    try {
      const value: unknown = JSON.parse(storage.getItem(keyOf(username, id)) ?? 'null');
      return isKept(value) ? value : undefined;
    } catch {
      // What cannot be read is as good as nothing; the next keystroke replaces it.
      return undefined;
    }
  },
  /** Whether the browser lets it be kept. */
  keep(id: string, draft: KeptDraft): boolean {
    try {
      storage.setItem(keyOf(username, id), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  },
  drop(id: string): void {
    storage.removeItem(keyOf(username, id));
  },
});
