export { type Platform, type StartOptions, startPlatform } from './start-platform.ts';
export { stopPlatform } from './platform-run.ts';
export { type DemoAgency, demoAgencies, type DemoPerson, demoPeople } from './demo-people.ts';
