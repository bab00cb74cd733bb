import { useEffect, useState } from 'react';
import type { CountWorkingDays } from './time-left.ts';

// Once a visit. One that could not be loaded is asked for again by the next page that shows a deadline.
let known: CountWorkingDays | undefined;

const load = async (): Promise<CountWorkingDays> => (known = (await import('./calendar.ts')).workingDaysAfter);

/** The calendar of working days; undefined until it is there, and where it cannot be had: a deadline is then shown without them. */
export const useWorkingDays = (): CountWorkingDays | undefined => {
  const [count, setCount] = useState<CountWorkingDays | undefined>(() => known);
  useEffect(() => {
    if (known) return;
    let isLeft = false;
    load().then(
      (loaded) => {
        if (!isLeft) setCount(() => loaded);
      },
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, []);
  return count;
};
