/** The services behind the portal: the edge shows the API of each beneath `/api/<name>`, and the workbench leads to what it keeps. */
export const serviceNames = ['projects', 'reporting', 'talent'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Those that follow events, and so park what they cannot apply; whoever operates one has the first of them before him first. */
export const parkingServices = ['reporting', 'projects'] as const satisfies readonly ServiceName[];
export type ParkingService = (typeof parkingServices)[number];
