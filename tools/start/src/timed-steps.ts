/** Runs a step and reports it with its seconds: `  3.2 s  topics and principals at Kafka`. */
export type TimedStep = <Result>(words: string | ((result: Result) => string), work: () => Promise<Result>) => Promise<Result>;

export const timedSteps =
  (report: (line: string) => void): TimedStep =>
  async (words, work) => {
    const startedAtMs = performance.now();
    const result = await work();
    report(`${secondsSince(startedAtMs).toFixed(1).padStart(5)} s  ${typeof words === 'string' ? words : words(result)}`);
    return result;
  };

export const secondsSince = (startedAtMs: number): number => (performance.now() - startedAtMs) / 1000;
