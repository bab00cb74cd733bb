import type { EngineAddresses } from './addresses.ts';
import { endingWith } from './ending.ts';
import { downEngines, upEngines, type UpOptions } from './engines.ts';

/** Runs `work` on engines of its own, which end with it: also where it fails, and where this process is told to end, however often. */
export async function withOwnEngines<Result>(
  options: UpOptions,
  work: (engines: EngineAddresses) => Promise<Result>,
  { up, down } = { up: upEngines, down: downEngines },
): Promise<Result> {
  let rising: Promise<EngineAddresses> | undefined;
  // What is still on its way up could not be ended; it is waited for, whatever comes of it.
  const end = (): Promise<unknown> => Promise.allSettled([rising]).then(() => down(options));
  return endingWith(end, async () => {
    rising = up(options);
    return work(await rising);
  });
}
