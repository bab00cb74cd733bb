import type { DecidedLine } from '../../intake/decide.ts';
import type { ParkedEntry, TakenDecision } from '../../intake/parked.ts';
import { readRows } from '../facts-file/database.ts';
import type { FactsFile } from '../facts-file/facts-file.ts';

type Place = Pick<TakenDecision, 'topic' | 'partition' | 'offset'>;
type Line = Pick<TakenDecision, 'topic' | 'partition' | 'key'>;

// All of a step is in memory at once, and is one transaction.
const messagesPerStep = 500;
const bytesPerStep = 4_000_000;

type Row = Omit<ParkedEntry, 'body' | 'mended'> & {
  readonly textAt: bigint;
  readonly textBytes: number;
  readonly mendedAt: bigint | null;
  readonly mendedBytes: number | null;
};

const columns = `parked.partition, "offset", key, reason, detail, "textAt", "textBytes", "parkedAt", status, "inLine", "mendedAt", "mendedBytes", hole, "settledBy"`;
const atPartition = 'parked JOIN partitions ON partitions.id = parked.partition WHERE topic = $topic AND number = $partition';

/** The message at a place, if it was ever parked. */
export async function findEntry(file: FactsFile, { topic, partition, offset }: Place): Promise<ParkedEntry | undefined> {
  const rows = `SELECT ${columns} FROM ${atPartition} AND "offset" = $offset`;
  const [found] = await withTexts(file, await file.read((connection) => readRows<Row>(connection, rows, { topic, partition, offset })));
  return found;
}

/** The messages that a decision is about, as the file has them now. */
export async function readDecided(file: FactsFile, decision: TakenDecision): Promise<DecidedLine> {
  if (decision.act === 'replay') return readLine(file, decision, decision.offset);
  const entry = await findEntry(file, decision);
  return { entries: entry?.inLine ? [entry] : [], more: false };
}

async function readLine(file: FactsFile, { topic, partition, key }: Line, last: bigint): Promise<DecidedLine> {
  const inLine = `FROM ${atPartition} AND key = $key AND "inLine"`;
  const values = { topic, partition, key, last };
  return file.read(async (connection) => {
    const rows = await readRows<Row>(connection, `SELECT ${columns} ${inLine} AND "offset" <= $last ORDER BY "offset"`, values);
    const [behind] = await readRows<{ messages: bigint }>(connection, `SELECT count(*) AS messages ${inLine} AND "offset" > $last`, values);
    return { entries: await withTexts(file, rows), more: Number(behind?.messages) > 0 };
  });
}

async function withTexts({ parkedTexts }: FactsFile, rows: readonly Row[]): Promise<ParkedEntry[]> {
  const bodies = await parkedTexts.read(rows.map(({ textAt, textBytes }) => ({ at: Number(textAt), bytes: textBytes })));
  const mended = await parkedTexts.read(rows.map(({ mendedAt, mendedBytes }) => ({ at: Number(mendedAt), bytes: mendedBytes ?? 0 })));
  return rows.map(({ textAt: _, textBytes: __, mendedAt, mendedBytes: ___, ...row }, n) => ({
    ...row,
    body: bodies[n] ?? Buffer.alloc(0),
    mended: mendedAt === null ? null : (mended[n]?.toString('utf8') ?? null),
  }));
}

/** The last offset that one step of a replay looks at; `undefined` where nothing stands in the line. */
export async function endOfStep(file: FactsFile, { topic, partition, key }: Line): Promise<bigint | undefined> {
  const [end] = await file.read((connection) =>
    readRows<{ offset: bigint | null }>(
      connection,
      `SELECT max("offset") AS "offset" FROM (
        SELECT "offset", row_number() OVER place AS messages, sum(bytes) OVER place - bytes AS bytes
        FROM (SELECT "offset", "textBytes" + coalesce("mendedBytes", 0) AS bytes FROM ${atPartition} AND key = $key AND "inLine")
        WINDOW place AS (ORDER BY "offset"))
      WHERE messages <= ${messagesPerStep} AND bytes < ${bytesPerStep}`,
      { topic, partition, key },
    ),
  );
  return end?.offset ?? undefined;
}
