/** The next offset to be read of a partition: every message before it has been counted. */
export interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** The watermark before anything was read. */
const nothingRead = 'start';

/** What a watermark looks like: `NO-03.rcn.projects:120.98.77`, topics separated by commas, or `start`. */
export const watermarkShape = /^(start|[A-Za-z0-9.-]+:\d{1,19}(\.\d{1,19})*(,[A-Za-z0-9.-]+:\d{1,19}(\.\d{1,19})*)*)$/;

/** Positions as text that can be read back: a topic, then the next offset of each of its partitions from 0 on. */
export function toWatermark(positions: readonly Position[]): string {
  const topics = new Map<string, bigint[]>();
  for (const { topic, partition, offset } of positions) {
    const offsets = topics.get(topic) ?? [];
    while (offsets.length <= partition) offsets.push(0n);
    offsets[partition] = offset;
    topics.set(topic, offsets);
  }
  const read = [...topics].filter(([, offsets]) => offsets.some((offset) => offset > 0n)).sort(([one], [other]) => (one < other ? -1 : 1));
  return read.map(([topic, offsets]) => `${topic}:${offsets.join('.')}`).join(',') || nothingRead;
}

/** The positions that a watermark stands for. The text must have the shape of one. */
export function fromWatermark(text: string): Position[] {
  if (text === nothingRead) return [];
  return text.split(',').flatMap((part) => {
    const [topic = '', offsets = ''] = part.split(':');
    return offsets.split('.').map((offset, partition) => ({ topic, partition, offset: BigInt(offset) }));
  });
}
