import type { TakenDecision } from '../../intake/parked.ts';
import { readRows } from '../facts-file/database.ts';
import type { FactsFile } from '../facts-file/facts-file.ts';

type Row = Omit<TakenDecision, 'text'> & { readonly textAt: bigint | null; readonly textBytes: number | null };

/** Every decision about parked messages that a file holds, in the order in which they were taken. */
export async function readDecisions(file: FactsFile): Promise<TakenDecision[]> {
  const rows = await file.read((connection) =>
    readRows<Row>(
      connection,
      `SELECT no, topic, number AS partition, position, act, key, "offset", "textAt", "textBytes", "by", "at", reason
      FROM decisions JOIN partitions ON partitions.id = decisions.partition ORDER BY no`,
    ),
  );
  const texts = await file.parkedTexts.read(rows.map(({ textAt, textBytes }) => ({ at: Number(textAt), bytes: textBytes ?? 0 })));
  return rows.map(({ textAt, textBytes: _, ...row }, n) => ({
    ...row,
    text: textAt === null ? null : (texts[n]?.toString('utf8') ?? null),
  }));
}

const none: readonly TakenDecision[] = [];

/** Decisions that a rebuild takes again, each as soon as it has read as far as it was read then. */
export class DecisionsToCome {
  readonly #byPartition: Map<string, TakenDecision[]>;

  constructor(decisions: readonly TakenDecision[]) {
    this.#byPartition = Map.groupBy(decisions, ({ topic, partition }) => `${topic}/${partition}`);
  }

  /** Those whose place a partition has reached. */
  due(topic: string, partition: number, next: bigint): readonly TakenDecision[] {
    return this.#byPartition.get(`${topic}/${partition}`)?.filter(({ position }) => position <= next) ?? none;
  }

  /** One of them has been taken, and will not come again. */
  taken({ topic, partition, no }: TakenDecision): void {
    const place = `${topic}/${partition}`;
    this.#byPartition.set(place, this.#byPartition.get(place)?.filter((one) => one.no !== no) ?? []);
  }
}
