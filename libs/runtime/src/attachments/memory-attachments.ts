import { Readable } from 'node:stream';
import type { Instant } from '@xietong/domain';
import type { AttachmentStore, DueFile, KeptFile } from './attachment-store.ts';

interface Held {
  readonly content: Buffer;
  file?: KeptFile;
  key?: string;
  sweepAt?: Instant;
  heldBy: readonly string[];
}

/** Files in memory, for fast tests: the same contract suite that GridFS passes holds for it. */
export function memoryAttachments(): AttachmentStore {
  const all = new Map<string, Held>();
  const isSame = ({ id, sweepAt }: DueFile) => all.get(id)?.sweepAt === sweepAt;
  return {
    async takeIn(id, content, sweepAt) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of content) chunks.push(chunk);
      all.set(id, { content: Buffer.concat(chunks), sweepAt, heldBy: [] });
    },
    async open(id) {
      const held = all.get(id);
      return held ? Readable.from([held.content], { objectMode: false }) : Readable.from(missing(id), { objectMode: false });
    },
    async keep(file, key) {
      const first = [...all.values()].find((held) => held.key === key)?.file;
      if (first) return first;
      const held = all.get(file.id);
      if (!held || held.file) throw new Error(`'${file.id}' was not taken in`);
      Object.assign(held, { file, key });
      return file;
    },
    async discard(id) {
      if (!all.get(id)?.file) all.delete(id);
    },
    find: async (ids) => ids.flatMap((id) => all.get(id)?.file ?? []),
    async hold(ids, subject, sweepAt) {
      const there = ids.filter((id) => all.get(id)?.file);
      for (const id of there) {
        const held = all.get(id) as Held;
        if (held.sweepAt === undefined) continue;
        held.heldBy = [...new Set([...held.heldBy, subject])];
        if (held.sweepAt < sweepAt) held.sweepAt = sweepAt;
      }
      return there;
    },
    async due(now, limit) {
      return [...all]
        .flatMap(([id, { sweepAt, heldBy }]) => (sweepAt !== undefined && sweepAt <= now ? [{ id, sweepAt, heldBy }] : []))
        .sort((one, other) => (one.sweepAt < other.sweepAt ? -1 : 1))
        .slice(0, limit);
    },
    async nameForGood(due) {
      if (isSame(due)) delete all.get(due.id)?.sweepAt;
    },
    remove: async (due) => isSame(due) && all.delete(due.id),
  };
}

async function* missing(id: string): AsyncGenerator<Buffer> {
  throw new Error(`no bytes of '${id}'`);
}
