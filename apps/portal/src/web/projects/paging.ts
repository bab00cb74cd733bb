// A keyset cursor only leads forward. The way back is the trail of cursors that led here, kept with the browser's history entry;
// whoever comes by a shared link has no trail, and goes back to the first page.

export interface Step {
  readonly cursor?: string;
  readonly trail: readonly string[];
}

const firstPage = '';

export const findCursor = (parameters: URLSearchParams): string | undefined => parameters.get('after') ?? undefined;

/** The address's parameters for the page after a cursor; without one, for the first page. */
export const after = (parameters: URLSearchParams, cursor: string | undefined): URLSearchParams => {
  const changed = new URLSearchParams(parameters);
  if (cursor === undefined) changed.delete('after');
  else changed.set('after', cursor);
  return changed;
};

/** Reads the trail from a history entry, whatever it holds. */
export const trailOf = (state: unknown): readonly string[] => {
  const trail: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'trail') : undefined;
  return Array.isArray(trail) && trail.every((cursor) => typeof cursor === 'string') ? trail : [];
};

export const next = (trail: readonly string[], here: string | undefined, cursor: string): Step => ({
  cursor,
  trail: [...trail, here ?? firstPage],
});

export const back = (trail: readonly string[]): Step => {
  const cursor = trail.at(-1) ?? firstPage;
  return { ...(cursor === firstPage ? {} : { cursor }), trail: trail.slice(0, -1) };
};
