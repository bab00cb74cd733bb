import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AuditRecord, type AuditSource, eventIdOf, hashOf, originIn } from '@xietong/runtime/audit';
import { Refused } from './refused.ts';

/** Writes records as lines of JSON, the file whole or not at all and for its owner's eyes only; resolves to their number. */
export async function writeExport(records: AsyncIterable<AuditRecord>, file: string): Promise<number> {
  let count = 0;
  async function* lines() {
    for await (const record of records) {
      count += 1;
      yield `${JSON.stringify(record)}\n`;
    }
  }
  const whole = `${file}.${process.pid}`;
  try {
    await pipeline(Readable.from(lines()), createWriteStream(whole, { mode: 0o600 }));
    await rename(whole, file);
  } finally {
    await rm(whole, { force: true });
  }
  return count;
}

/** An export as a thing to audit. Each question reads the file anew, so that memory does not grow with it. */
export function exportSource(file: string): AuditSource {
  return {
    async context() {
      for await (const record of recordsIn(file)) {
        const origin = 'document' in record ? undefined : originIn(record.body);
        if (origin) return origin.context;
      }
      return undefined;
    },
    agencies: async () => [],
    records: () => recordsIn(file),
    async hashesOf(ids) {
      const hashes = new Map<string, string>();
      for await (const record of recordsIn(file)) {
        const { subject } = record;
        const events =
          'document' in record ? record.document.waiting.map((event) => ({ ...event, id: eventIdOf(subject, event.version) })) : [record];
        for (const { id, body } of events) if (ids.has(id)) hashes.set(id, hashOf(body));
      }
      return hashes;
    },
  };
}

async function* recordsIn(file: string): AsyncGenerator<AuditRecord> {
  let number = 0;
  for await (const line of linesIn(file)) {
    number += 1;
    const record = AuditRecord.safeParse(jsonOrUndefined(line)).data;
    if (!record) throw new Refused(`line ${number} of ${file} is no record of an export`);
    yield record;
  }
}

/** The lines of a file; throws `Refused` where it cannot be read. */
export async function* linesIn(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, 'utf8');
  try {
    yield* createInterface({ input: stream, crlfDelay: Infinity });
  } catch (fault) {
    throw new Refused(`${file} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`);
  } finally {
    stream.destroy();
  }
}

function jsonOrUndefined(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The caller says which line it was.
    return undefined;
  }
}
