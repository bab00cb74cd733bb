import type { Admin } from 'kafkajs';
import type { ConsumeRequest, Position } from './bus.ts';
import { partitionKey } from './position-check.ts';
import type { PartitionRange } from './position-check.ts';
import type { RenewableClient } from './renewable-client.ts';
import { matches } from './topic-pattern.ts';

/** The topics that match, with the number of their partitions; only those that the principal may see. */
export async function listTopics(admin: Admin, pattern: RegExp): Promise<Map<string, number>> {
  const { topics } = await admin.fetchTopicMetadata();
  return new Map(topics.filter(({ name }) => matches(name, pattern)).map(({ name, partitions }) => [name, partitions.length]));
}

/** What the consumer has to know before it reads: the topics, the range of each partition, and the positions it continues from. */
export interface ReadingPlan {
  readonly topics: ReadonlyMap<string, number>;
  readonly ranges: readonly PartitionRange[];
  readonly positions: readonly Position[];
}

/** `before` is how far an earlier session of the same consumer came: it speaks for partitions of which nothing was stored since. */
export async function planReading(
  admin: RenewableClient<Admin>,
  { group, topics: pattern, positions }: ConsumeRequest,
  before: readonly Position[],
): Promise<ReadingPlan> {
  const own = await positions?.();
  return admin.use(async (client) => {
    const topics = await listTopics(client, pattern);
    const stored = own ? own.filter(({ topic }) => matches(topic, pattern)) : await fetchGroupPositions(client, group, [...topics.keys()]);
    const known = new Map([...before, ...stored].map((position) => [partitionKey(position), position]));
    return { topics, positions: [...known.values()], ranges: await fetchRanges(client, topics.keys()) };
  });
}

async function fetchRanges(admin: Admin, topics: Iterable<string>): Promise<PartitionRange[]> {
  const ranges: PartitionRange[] = [];
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      ranges.push({ topic, partition, first: BigInt(low), end: BigInt(high) });
    }
  }
  return ranges;
}

async function fetchGroupPositions(admin: Admin, groupId: string, topics: string[]): Promise<Position[]> {
  if (topics.length === 0) return [];
  const remembered = await admin.fetchOffsets({ groupId, topics });
  const positions = remembered.flatMap(({ topic, partitions }) =>
    partitions.map(({ partition, offset }) => ({ topic, partition, offset: BigInt(offset) })),
  );
  // -1: the group has not told the broker anything about that partition.
  return positions.filter(({ offset }) => offset >= 0n);
}
