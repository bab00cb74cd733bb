import type { CollectionPlace } from '../api/addresses.ts';

/** The addresses of the workbench's own pages. */
export const listLink = ({ context, collection }: CollectionPlace): string => `/workbench/${context}/${collection}`;
export const documentLink = (place: CollectionPlace, id: string): string => `${listLink(place)}/${encodeURIComponent(id)}`;
export const createLink = (place: CollectionPlace): string => `${listLink(place)}/new`;
