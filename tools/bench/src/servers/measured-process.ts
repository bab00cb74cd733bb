/** What a measured server tells its driver: where it listens, and on request the CPU and memory it has used so far. */
export interface Usage {
  readonly cpuMicros: number;
  readonly residentBytes: number;
}

/** Answers the driver's questions about this process until it is told to end. */
export function answerDriver(port: number, end: () => Promise<void>): void {
  process.on('message', (question) => {
    if (question === 'usage') {
      const { user, system } = process.cpuUsage();
      process.send?.({ cpuMicros: user + system, residentBytes: process.memoryUsage.rss() });
    }
    if (question === 'end') void end().then(() => process.exit(0));
  });
  process.send?.({ port });
}
