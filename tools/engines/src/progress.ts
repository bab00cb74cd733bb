import { MultiBar, Presets, type SingleBar } from 'cli-progress';

/** What a long first start tells its user. */
export interface Progress {
  line(text: string): void;
  /** A download that has come so far; `done` when it is through. */
  download(name: string, megabytes: number, megabytesTotal: number): void;
  done(name: string): void;
  /** Nothing more will come. */
  end(): void;
}

/** One plain line a step, for logs and for callers who show lines of their own. */
export function lineProgress(report: (line: string) => void): Progress {
  const announced = new Set<string>();
  return {
    line: report,
    download(name, _megabytes, megabytesTotal) {
      if (!announced.has(name)) report(`downloading ${name} (about ${megabytesTotal} MB)`);
      announced.add(name);
    },
    done: (name) => report(`downloaded ${name}`),
    end: () => undefined,
  };
}

const format = ' {bar} {name} {value}/{total} MB';

/** Bars on a terminal, lines anywhere else; both on standard error, so that standard output stays for results. */
export function terminalProgress(): Progress {
  if (!process.stderr.isTTY) return lineProgress((line) => void process.stderr.write(`${line}\n`));
  let bars: MultiBar | undefined;
  const running = new Map<string, SingleBar>();
  const end = () => {
    // Lines that wait for the next redraw would be lost with the bars.
    bars?.update();
    bars?.stop();
    bars = undefined;
  };
  return {
    line: (text) => (bars ? bars.log(`${text}\n`) : void process.stderr.write(`${text}\n`)),
    download(name, megabytes, megabytesTotal) {
      bars ??= new MultiBar(
        { format, hideCursor: true, clearOnComplete: true, forceRedraw: true, stream: process.stderr },
        Presets.shades_classic,
      );
      const bar = running.get(name) ?? bars.create(megabytesTotal, 0, { name });
      running.set(name, bar);
      bar.update(Math.min(megabytes, megabytesTotal), { name });
    },
    done(name) {
      const bar = running.get(name);
      if (bar) bars?.remove(bar);
      running.delete(name);
      if (running.size === 0) end();
    },
    end,
  };
}
