import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { published } from '../../testing/published-events.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { Intake } from '../intake/intake.ts';
import { readRows } from './database.ts';
import { FactsFile } from './facts-file.ts';

const topic = 'NO-03.rcn.projects';
const registered = (from: number, count: number) =>
  Array.from({ length: count }, (_, place) =>
    published(topic, {
      project: String(from + place),
      version: 1,
      signedOn: '2019-03-01',
      participants: [{ region: 'NO-03', lead: true, amount: 1 }],
    }),
  );
const parquetFiles = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.parquet'));

test('the newest texts stand in the file; five thousand become one archive, and all can be read by their places', async () => {
  await inFolder(async (folder) => {
    const file = await FactsFile.open(folder);
    const intake = await Intake.open(file, read, () => undefined);
    const log = new TopicLog();
    await intake.handle(log.publish(topic, 0, registered(0, 10)));
    expect(await parquetFiles(folder)).toEqual([]);
    // What a killed process may have left under the name of the next archive.
    await writeFile(join(folder, 'bodies-000001.parquet'), 'half a file');

    await intake.handle(log.publish(topic, 0, registered(10, 4990)));
    await intake.handle(log.publish(topic, 0, registered(5000, 5)));
    expect(await parquetFiles(folder)).toEqual(['bodies-000001.parquet']);

    const kept = await file.read((connection) =>
      readRows(connection, 'SELECT (SELECT count(*) FROM recent) AS recent, file, first, last FROM archives'),
    );
    expect(kept).toEqual([{ recent: 5n, file: 1, first: 0n, last: 4999n }]);
    const places = [5003n, 7n, 4321n].map((offset) => ({ topic, partition: 0, offset }));
    const found = await file.read((connection) => file.bodiesAt(connection, places));
    expect(found.map(({ place, body }) => [place.offset, JSON.parse(body).data.number])).toEqual([
      [7n, '7'],
      [4321n, '4321'],
      [5003n, '5003'],
    ]);
    file.close();
  });
}, 20_000);

test('texts of a flush that failed do not count towards the next archive', async () => {
  await inFolder(async (folder) => {
    const file = await FactsFile.open(folder);
    const intake = await Intake.open(file, read, () => undefined);
    const log = new TopicLog();
    const rename = (from: string, to: string) => file.read((connection) => connection.run(`ALTER TABLE ${from} RENAME TO ${to}`));
    await intake.handle(log.publish(topic, 0, registered(0, 10)));
    const rest = log.publish(topic, 0, registered(10, 4990));
    await rename('archives', 'archives_away');
    await expect(intake.handle(rest)).rejects.toThrow('archives');
    await rename('archives_away', 'archives');

    await intake.handle({ ...rest, messages: rest.messages.slice(0, 1) });
    const kept = await file.read((connection) =>
      readRows(connection, 'SELECT count(*) AS recent, (SELECT count(*) FROM archives) AS files FROM recent'),
    );
    expect(kept).toEqual([{ recent: 11n, files: 0n }]);
    file.close();
  });
}, 20_000);

test('a text that moves into an archive while it is being looked for is found', async () => {
  await inFolder(async (folder) => {
    const file = await FactsFile.open(folder);
    const intake = await Intake.open(file, read, () => undefined);
    const log = new TopicLog();
    await intake.handle(log.publish(topic, 0, registered(0, 1)));
    const found = await file.read((connection) => {
      const ask = connection.runAndReadAll.bind(connection);
      let asked = 0;
      connection.runAndReadAll = async (...question) => {
        const answer = await ask(...question);
        if ((asked += 1) === 1) await intake.handle(log.publish(topic, 0, registered(1, 5000)));
        return answer;
      };
      return file.bodiesAt(connection, [{ topic, partition: 0, offset: 0n }]);
    });
    expect(await parquetFiles(folder)).toEqual(['bodies-000001.parquet']);
    expect(found.map(({ place }) => place.offset)).toEqual([0n]);
    file.close();
  });
}, 20_000);
