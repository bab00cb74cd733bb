export { beginning } from './plan/moments.ts';
export { type DemoClock, demoClock } from './clock/demo-clock.ts';
export {
  type DemoPlatform,
  type DemoPlatformOptions,
  findDemoPlatform,
  startDemoPlatform,
  withDemoPlatform,
} from './platform/demo-platform.ts';
export { planYear, type YearPlan } from './plan/plan-year.ts';
export { smallestYear, wholeYear, type YearSize } from './plan/size.ts';
export { runYear, type YearOutcome } from './run-year.ts';
