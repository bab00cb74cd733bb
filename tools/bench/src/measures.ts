import type { Bench, Line } from './measure.ts';
import { measureAuthentication } from './measures/authentication.ts';
import { measureCommands } from './measures/commands.ts';
import { measureDemoYear } from './measures/demo-year.ts';
import { measureGrowth } from './measures/growth.ts';
import { measureIntake } from './measures/intake.ts';
import { measurePlatform } from './measures/platform.ts';
import { measureRanking } from './measures/ranking.ts';
import { measureRelay } from './measures/relay.ts';
import { measureStore } from './measures/store.ts';
import { measureTelemetry } from './measures/telemetry.ts';
import { measureVisibility } from './measures/visibility.ts';

/** Everything that is measured, in the order in which it runs. */
export const measures = {
  platform: measurePlatform,
  store: measureStore,
  authentication: measureAuthentication,
  commands: measureCommands,
  ranking: measureRanking,
  visibility: measureVisibility,
  telemetry: measureTelemetry,
  intake: measureIntake,
  relay: measureRelay,
  growth: measureGrowth,
  'demo-year': measureDemoYear,
} as const satisfies Readonly<Record<string, (bench: Bench) => Promise<Line[]>>>;

export type MeasureName = keyof typeof measures;
export const measureNames = Object.keys(measures) as MeasureName[];
