import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { FactsFile } from './facts-file.ts';

test('a file that was begun before parked messages kept their texts is read on, and knows what it has parked', () =>
  inFolder(async (folder) => {
    const before = await DuckDBInstance.create(join(folder, 'facts.duckdb'));
    const connection = await before.connect();
    await connection.run('CREATE TABLE partitions (id SMALLINT, topic VARCHAR, number INTEGER, agency VARCHAR, next BIGINT)');
    await connection.run("INSERT INTO partitions VALUES (1, 'NO-03.rcn.projects', 0, 'NO-03/rcn', 5)");
    await connection.run('CREATE TABLE parked (partition SMALLINT, "offset" BIGINT, key VARCHAR, reason VARCHAR, detail VARCHAR)');
    await connection.run("INSERT INTO parked VALUES (1, 4, 'a', 'not-json', '')");
    connection.disconnectSync();
    before.closeSync();

    const file = await FactsFile.open(folder);
    const ledger = await file.loadLedger(read);
    expect([ledger.positions(), ledger.reached(), ledger.counts.parked]).toEqual([
      [{ topic: 'NO-03.rcn.projects', partition: 0, offset: 5n }],
      [{ topic: 'NO-03.rcn.projects', partition: 0, offset: 5n }],
      1,
    ]);
    expect(ledger.partition('NO-03.rcn.projects', 0).parkedKeys).toEqual(new Set(['a']));
    file.close();
  }));
