import type { EngineAddresses } from './addresses.ts';
import { downEngines, upEngines, type UpOptions } from './engines.ts';

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Runs `work` on engines of its own, which end with it: also where it fails, and where this process is told to end, however often. */
export async function withOwnEngines<Result>(
  options: UpOptions,
  work: (engines: EngineAddresses) => Promise<Result>,
  { up, down } = { up: upEngines, down: downEngines },
): Promise<Result> {
  let rising: Promise<EngineAddresses> | undefined;
  let ending: Promise<unknown> | undefined;
  // What is still on its way up could not be ended; it is waited for, whatever comes of it.
  const end = (): Promise<unknown> => (ending ??= Promise.allSettled([rising]).then(() => down(options)));
  const told = (signal: keyof typeof signalNumbers): void => void end().finally(() => process.exit(128 + signalNumbers[signal]));
  const signals = Object.keys(signalNumbers) as (keyof typeof signalNumbers)[];
  // Not once: npm hands on what the terminal has told this process already, and the second word would cut the ending short.
  for (const signal of signals) process.on(signal, told);
  try {
    rising = up(options);
    return await work(await rising);
  } finally {
    await end();
    for (const signal of signals) process.off(signal, told);
  }
}
