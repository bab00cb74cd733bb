import { nothing, oneFailed, sumOf, type Tally } from './tally.ts';

/** A run of `npm test`: it says what it does and how long that took, and remembers what it found. */
export interface Session {
  /** Aborted by Ctrl-C: then no further step begins, and what runs is stopped. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  /** Runs a step and counts what it found; an error is a failure of the step. */
  check(title: string, step: () => Promise<Tally>): Promise<void>;
  /** Brings up what later steps need; after an error, which is a failure, there is nothing to use. */
  provide<T>(title: string, step: () => Promise<T>): Promise<T | undefined>;
  /** Stops or looks after what was brought up, also when interrupted. */
  release(title: string, step: () => Promise<Tally>): Promise<void>;
  tally(): Tally;
}

export function newSession(print: (line: string) => void, signal: AbortSignal, nowMs: () => number): Session {
  const found: Tally[] = [];

  async function timed<T>(title: string, step: () => Promise<T>, toTally: (result: T) => Tally): Promise<T | undefined> {
    print(`${title} …`);
    const startedMs = nowMs();
    const done = (tally: Tally) => {
      found.push(tally);
      print(`  ${wordsFor(tally)}, ${((nowMs() - startedMs) / 1000).toFixed(1)} s`);
    };
    try {
      const result = await step();
      done(toTally(result));
      return result;
    } catch (error) {
      done(oneFailed(title, messageOf(error)));
      return undefined;
    }
  }

  return {
    signal,
    say: (line) => print(`  ${line}`),
    check: async (title, step) => {
      if (!signal.aborted) await timed(title, step, (tally) => tally);
    },
    provide: async (title, step) => (signal.aborted ? undefined : timed(title, step, () => nothing)),
    release: async (title, step) => {
      await timed(title, step, (tally) => tally);
    },
    tally: () => sumOf(signal.aborted ? [...found, oneFailed('npm test', 'was interrupted before its end')] : found),
  };
}

function wordsFor({ passed, failures }: Tally): string {
  if (failures.length > 0) return `${failures.length} of ${passed + failures.length} FAILED`;
  return passed > 0 ? `${passed} ok` : 'done';
}

const messageOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
