import type { Bench, Line } from '../measure.ts';

/** Placeholder until the platform can be started. */
export async function measurePlatform(_: Bench): Promise<Line[]> {
  return [];
}
