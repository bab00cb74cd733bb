import { z } from 'zod';

/** A view of a list that somebody has named: what its address asks for. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
}

const SavedViews = z.array(z.object({ name: z.string().min(1), search: z.string() }));

/** Where a browser keeps somebody's views of a list; people who share a browser do not see each other's. */
export const viewsKey = (username: string, context: string, collection: string): string =>
  `xietong.views.${username}.${context}.${collection}`;

/** The views that a browser has kept; none where it holds something else. */
export const parseViews = (kept: string | null): readonly SavedView[] => {
  try {
    return SavedViews.safeParse(JSON.parse(kept ?? '[]')).data ?? [];
  } catch {
    return [];
  }
};

/** The views with one more; a name that is there already is for the newer one. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] =>
  [...withoutView(views, view.name), view].sort((one, other) => one.name.localeCompare(other.name));

export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] => views.filter((view) => view.name !== name);
