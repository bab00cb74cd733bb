import { open } from 'node:fs/promises';

/** Where a text stands in the file. */
export interface TextPlace {
  readonly at: number;
  readonly bytes: number;
}

/**
 * The texts of parked messages, byte for byte, in a file that only grows. Not in the database: it keeps long texts in memory, and with 120 MB
 * of them it could commit nothing any more, so a flood of spoiled messages would stop the figures.
 */
export class ParkedTexts {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Adds texts, and resolves to their places once they are on disk. What a crash leaves behind without a row is never read. */
  async append(texts: readonly Uint8Array[]): Promise<TextPlace[]> {
    if (texts.length === 0) return [];
    const file = await open(this.#path, 'a');
    try {
      let { size } = await file.stat();
      await file.appendFile(Buffer.concat(texts));
      await file.sync();
      return texts.map(({ length: bytes }) => ({ at: (size += bytes) - bytes, bytes }));
    } finally {
      await file.close();
    }
  }

  /** The texts at these places, in the same order. */
  async read(places: readonly TextPlace[]): Promise<Buffer[]> {
    if (places.every(({ bytes }) => bytes === 0)) return places.map(() => Buffer.alloc(0));
    const file = await open(this.#path, 'r');
    try {
      const texts: Buffer[] = [];
      for (const { at, bytes } of places) {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, at);
        if (bytesRead < bytes) throw new Error(`the file of parked texts ends before ${at + bytes}`);
        texts.push(buffer);
      }
      return texts;
    } finally {
      await file.close();
    }
  }
}
