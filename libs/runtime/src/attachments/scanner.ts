import type { Readable } from 'node:stream';

/** Looks for viruses in a file. Rejects with `ScannerUnavailable` where it cannot say: that is never taken for clean. */
export type Scan = (content: Readable) => Promise<'clean' | 'infected'>;

export class ScannerUnavailable extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`the virus scanner ${what}`, options);
    this.name = 'ScannerUnavailable';
  }
}
