import type { Consumption } from './bus/bus.ts';

/** Resolves where all is well, rejects with what is not. */
export type Check = () => Promise<unknown>;
export type Checks = Readonly<Record<string, Check>>;

/** What a probe is told: whether requests may come, and how everything is. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, string>>;
}

/**
 * Asks everything at once. Without what is `needed` no request should come; what is `told` is for whoever looks: events wait in their
 * outboxes while the broker is away, so a balancer must not turn commands away for it.
 */
export async function readinessOf(needed: Checks, told: Checks): Promise<Readiness> {
  const [decisive, others] = await Promise.all([askAll(needed), askAll(told)]);
  return { ready: decisive.every(([, result]) => result === 'up'), checks: Object.fromEntries([...others, ...decisive]) };
}

const askAll = (checks: Checks): Promise<[string, string][]> =>
  Promise.all(
    Object.entries(checks).map(async ([what, check]): Promise<[string, string]> => {
      try {
        await check();
        return [what, 'up'];
      } catch (err) {
        return [what, err instanceof Error ? err.message : 'down'];
      }
    }),
  );

/** Rejects for a consumer that does not read, with its own words where it was halted for good. */
export const reading = (consumption: Pick<Consumption, 'health'>): Check => {
  return async () => {
    const health = consumption.health();
    if (health.state === 'halted') throw new Error(`halted: ${health.reason}`);
    if (health.state !== 'running') throw new Error(health.state);
  };
};
