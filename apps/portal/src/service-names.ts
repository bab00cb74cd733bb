/** The services behind the portal: the edge shows the API of each beneath `/api/<name>`, and the workbench leads to what it keeps. */
export const serviceNames = ['projects', 'reporting', 'talent'] as const;
