/** Requests that one caller may have in work at the same time at one instance: one importer at full speed, not a flood. */
export const inWorkMax = 256;

/** Counts each caller's requests in work. `enter` answers how to leave again, or nothing when there are too many. */
export interface CallerLimit {
  enter(caller: string): (() => void) | undefined;
}

export function callerLimit(max: number = inWorkMax): CallerLimit {
  const inWork = new Map<string, number>();
  return {
    enter(caller) {
      const count = inWork.get(caller) ?? 0;
      if (count >= max) return undefined;
      inWork.set(caller, count + 1);
      return () => {
        const left = (inWork.get(caller) ?? 1) - 1;
        if (left > 0) inWork.set(caller, left);
        else inWork.delete(caller);
      };
    },
  };
}
