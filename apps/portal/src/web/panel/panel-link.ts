/** The address of the page on which the panel of an area decides. */
export const panelLink = (call: string, area: string): string => `/panels/${encodeURIComponent(call)}/${encodeURIComponent(area)}`;

/** The address of the page from which reviewers of an application are invited. */
export const reviewersLink = (application: string): string => `/applications/${encodeURIComponent(application)}/reviewers`;
