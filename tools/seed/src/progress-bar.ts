import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';

/** Progress for a person who watches; where the output is no terminal, a line at each tenth. */
export interface ProgressBar {
  start(total: number): void;
  advance(done: number): void;
  stop(): void;
}

export function progressBar(stream: WriteStream): ProgressBar {
  return stream.isTTY ? barOn(stream) : linesOn((line) => stream.write(`${line}\n`));
}

function barOn(stream: WriteStream): ProgressBar {
  const bar = new SingleBar({ stream, format: 'projects {bar} {value}/{total}  {eta_formatted} left' }, Presets.shades_classic);
  return { start: (total) => bar.start(total, 0), advance: (done) => bar.update(done), stop: () => bar.stop() };
}

/** A line at each tenth of the way. */
export function linesOn(write: (line: string) => void): ProgressBar {
  let whole = 0;
  const tenthOf = (done: number) => Math.floor((done * 10) / whole);
  return {
    start: (total) => (whole = total),
    advance: (done) => {
      if (tenthOf(done) > tenthOf(done - 1)) write(`${done} of ${whole} projects`);
    },
    stop: () => undefined,
  };
}
