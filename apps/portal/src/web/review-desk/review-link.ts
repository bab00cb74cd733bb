/** The address of the page on which an expert answers and scores. */
export const reviewLink = (review: string): string => `/reviews/${encodeURIComponent(review)}`;
