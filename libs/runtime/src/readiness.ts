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
 * outboxes while the broker is away, so a balancer must not turn commands away for it. Of two checks of one name the fault is told.
 */
export async function readinessOf(needed: Checks, told: Checks): Promise<Readiness> {
  const [decisive, others] = await Promise.all([askAll(needed), askAll(told)]);
  const faults = decisive.filter(([, result]) => result !== 'up');
  return { ready: faults.length === 0, checks: Object.fromEntries([...decisive, ...others, ...faults]) };
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

/** Rejects for a consumer that was halted for good: somebody has to act before it goes on. */
export const notHalted =
  (consumption: Pick<Consumption, 'health'>): Check =>
  async () => {
    const found = consumption.health();
    if (found.state === 'halted') throw new Error(`halted: ${found.reason}`);
  };

/** Rejects for a consumer that does not read now. */
export const reading = (consumption: Pick<Consumption, 'health'>): Check => {
  const unlessHalted = notHalted(consumption);
  return async () => {
    await unlessHalted();
    const { state } = consumption.health();
    if (state !== 'running') throw new Error(state);
  };
};
