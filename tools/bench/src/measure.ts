import type { EngineAddresses } from '@xietong/engines';
import type { KafkaCredentials } from '@xietong/runtime/parts';
import type { Figure } from './statistics.ts';

/** A line of the report: a figure with its goal. */
export interface Line {
  /** The number of the ratio in the goals, or the name of the figure. */
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly figure: Figure;
  readonly goal?: { readonly atMost?: number; readonly atLeast?: number };
}

/** What a measurement is given: running engines and an agency that may publish. */
export interface Bench {
  readonly engines: Pick<EngineAddresses, 'mongo' | 'kafka'>;
  readonly rounds: number;
  /** The environment of a measured service. */
  readonly environment: Readonly<Record<string, string>>;
  /** How the principal that may do everything reaches the broker. */
  readonly kafka: KafkaCredentials;
  /** A bearer token of an officer of the agency. */
  readonly token: string;
  readonly report: (line: string) => void;
}

/** Does the figure reach its goal? `undefined` without one. */
export function reaches({ figure, goal }: Pick<Line, 'figure' | 'goal'>): boolean | undefined {
  if (!goal) return undefined;
  return figure.median <= (goal.atMost ?? Infinity) && figure.median >= (goal.atLeast ?? -Infinity);
}
