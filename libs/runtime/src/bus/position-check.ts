import type { Position } from './bus.ts';

/** What a partition holds: offsets from `first` (oldest kept) up to but not including `end` (the next to be written). */
export interface PartitionRange {
  readonly topic: string;
  readonly partition: number;
  readonly first: bigint;
  readonly end: bigint;
}

/** Names a partition in a map: `NO-03.rcn.projects/2`. */
export function partitionKey({ topic, partition }: { readonly topic: string; readonly partition: number }): string {
  return `${topic}/${partition}`;
}

/**
 * The sentence that halts a consumer: which position the broker cannot continue, what it holds, and what to do. Undefined when
 * every position can be continued. A position at the very end of its partition can: the next event will be there.
 */
export function findLostPosition(positions: readonly Position[], ranges: readonly PartitionRange[]): string | undefined {
  const byPartition = new Map(ranges.map((range) => [partitionKey(range), range]));
  for (const position of positions) {
    const sentence = lost(position, byPartition.get(partitionKey(position)));
    if (sentence) return sentence;
  }
  return undefined;
}

const nothingSkipped = 'Nothing was skipped and nothing more is read.';
const rereadAll = 'delete what this consumer keeps, its positions included, so that it reads everything again';

function lost({ topic, partition, offset }: Position, range: PartitionRange | undefined): string | undefined {
  const next = `The next offset to read of partition ${partition} of ${topic} is ${offset}`;
  if (!range)
    return `${next}, but the broker has no such partition, or does not show it to this principal. ${nothingSkipped} Check that this is the right broker and that the principal may read the topic, then restart.`;
  const held = `the broker holds ${range.first} to ${range.end}`;
  if (offset < range.first)
    return `${next}, but ${held}: ${range.first - offset} events were deleted before they were read. ${nothingSkipped} Restore the topic, or accept the loss: ${rereadAll}; then restart.`;
  if (offset > range.end)
    return `${next}, but ${held}: the topic is shorter than what was read before, so it was made anew or restored from an older copy. ${nothingSkipped} Check that this is the right broker; if it is, ${rereadAll}; then restart.`;
  return undefined;
}
