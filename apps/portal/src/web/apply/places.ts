import type { CollectionPlace } from '../api/addresses.ts';

export const projectsCollection = (collection: string): CollectionPlace => ({ context: 'projects', collection });

/** The page on which an application is written. */
export const writingLink = (id: string): string => `/apply/${encodeURIComponent(id)}`;
