import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';
import type { Act } from './play/year.ts';

/** Shows how far the year is: its phase, the day that its clock shows, and the commands given so far. */
export interface YearProgress {
  act(act: Act, place: number, acts: number): void;
  done(): void;
  stop(): void;
}

/** A bar on a terminal; elsewhere a line at the beginning of each phase. */
export function yearProgress(stream: WriteStream): YearProgress {
  return stream.isTTY ? barOn(stream) : linesOn((line) => stream.write(`${line}\n`));
}

function barOn(stream: WriteStream): YearProgress {
  const bar = new SingleBar({ stream, format: '{bar} {day}  {phase}  {commands} commands' }, Presets.shades_classic);
  let commands = 0;
  return {
    act(act, place, acts) {
      if (place === 0) bar.start(acts, 0, { day: '', phase: '', commands });
      bar.update(place, { day: act.at.slice(0, 10), phase: act.phase, commands });
    },
    done: () => {
      commands += 1;
      bar.update({ commands });
    },
    stop: () => bar.stop(),
  };
}

export function linesOn(write: (line: string) => void): YearProgress {
  let phase = '';
  let commands = 0;
  return {
    act(act) {
      if (act.phase !== phase) write(`${act.at.slice(0, 10)}  ${act.phase}  after ${commands} commands`);
      phase = act.phase;
    },
    done: () => void (commands += 1),
    stop: () => undefined,
  };
}
