/** The CPU and memory that a measured process has used so far. */
export interface Usage {
  readonly cpuMicros: number;
  readonly residentBytes: number;
}

/** What a measured process can be asked besides its usage; each answer can be sent to another process. */
export type Answers = Readonly<Record<string, () => unknown>>;

/** Tells the driver where this process listens (0 where it does not), and answers its questions until it is told to end. */
export function answerDriver(port: number, end: () => Promise<void>, answers: Answers = {}): void {
  process.on('message', (question) => {
    if (question === 'end') void end().then(() => process.exit(0));
    else if (question === 'usage') process.send?.(usage());
    else void Promise.resolve(answers[String(question)]?.()).then((answer) => process.send?.(answer));
  });
  process.send?.({ port });
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMicros: user + system, residentBytes: process.memoryUsage.rss() };
}

/** Now in milliseconds, by the clock that all processes of a machine share. */
export const sharedNowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** When each message was seen, by its key; `seen` answers what came since it was last asked. */
export function sightings(): { note(keys: readonly string[]): void; seen(): [key: string, atMs: number][] } {
  let noted: [string, number][] = [];
  return {
    note(keys) {
      const atMs = sharedNowMs();
      for (const key of keys) noted.push([key, atMs]);
    },
    seen() {
      const since = noted;
      noted = [];
      return since;
    },
  };
}
