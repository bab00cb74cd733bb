export { type DemoClock, demoClock } from './clock/demo-clock.ts';
export { type DemoPlatform, type DemoPlatformOptions, startDemoPlatform, withDemoPlatform } from './clock/demo-platform.ts';
