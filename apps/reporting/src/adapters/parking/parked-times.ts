import type { Instant } from '@xietong/domain';
import { readRows } from '../facts-file/database.ts';
import type { FactsFile } from '../facts-file/facts-file.ts';
import type { Generation } from '../generations/current-facts.ts';

const rowsPerUpdate = 1000;

/** Since when each message is parked stands in no topic, so a rebuilt file takes it over from the running one. */
export async function takeOverParkedTimes(running: FactsFile, rebuilt: Generation): Promise<void> {
  const times = await running.read((connection) =>
    readRows<{ topic: string; number: number; offset: bigint; parkedAt: Instant }>(
      connection,
      'SELECT topic, number, "offset", "parkedAt" FROM parked JOIN partitions ON partitions.id = parked.partition',
    ),
  );
  await rebuilt.intake.alone(() =>
    rebuilt.file.read(async (connection) => {
      for (let start = 0; start < times.length; start += rowsPerUpdate) {
        const rows = times.slice(start, start + rowsPerUpdate);
        await connection.run(`
          UPDATE parked SET "parkedAt" = told.since
          FROM (VALUES ${rows.map(({ topic, number, offset, parkedAt }) => `('${topic}', ${number}, ${offset}, '${parkedAt}')`).join(', ')}) told(topic, number, place, since)
          JOIN partitions USING (topic, number) WHERE parked.partition = partitions.id AND parked."offset" = told.place`);
      }
    }),
  );
}
