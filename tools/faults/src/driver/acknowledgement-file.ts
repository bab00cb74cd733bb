import { appendFileSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Acknowledgement } from '../oracle/oracle.ts';

const Line = z.strictObject({ key: z.string(), subject: z.string(), version: z.int(), atMs: z.number() });

/** An acknowledgement with the moment at which the client had it, in ms since 1970. */
export interface TimedAcknowledgement extends Acknowledgement {
  readonly atMs: number;
}

/** What clients were promised, a line each in a file, written before the client goes on. */
export class AcknowledgementFile {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    appendFileSync(file, '');
  }

  write(acknowledged: TimedAcknowledgement): void {
    appendFileSync(this.#file, `${JSON.stringify(acknowledged)}\n`);
  }

  read(): TimedAcknowledgement[] {
    const lines = readFileSync(this.#file, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => Line.parse(JSON.parse(line)));
  }
}
