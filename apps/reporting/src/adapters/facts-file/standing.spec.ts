import type { DuckDBConnection } from '@duckdb/node-api';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { published } from '../../testing/published-events.ts';
import { readWithWithdrawals } from '../../testing/withdrawn-events.ts';
import { catalogue } from '../../metrics/catalogue.ts';
import type { Source } from '../../metrics/side-source.ts';
import { readFigure } from '../figures/read-figure.ts';
import { Intake } from '../intake/intake.ts';
import { sightOf } from '../testing/figures-of.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { readRows } from './database.ts';
import { FactsFile } from './facts-file.ts';

const topic = 'NO-03.rcn.projects';
const event = (project: string, version: number) =>
  published(topic, {
    project,
    version,
    signedOn: '2019-03-01',
    participants: [
      { region: 'NO-03', lead: true, amount: version },
      { region: 'NO-50', amount: 10 },
      { region: 'NO-50', amount: 20 },
    ],
  });

async function opened(folder: string) {
  const file = await FactsFile.open(folder);
  return { file, intake: await Intake.open(file, read, () => undefined) };
}

const everyMetric = async (connection: DuckDBConnection, source: Source) => {
  const rows: unknown[] = [];
  for (const metric of catalogue)
    rows.push(await readFigure(connection, { metric, by: metric.dimensions, filters: {} }, sightOf([1]), source));
  return rows;
};
const figuresBy = (file: FactsFile, source: Source) => file.read((connection) => everyMetric(connection, source));
const standingRows = (file: FactsFile) => file.read((connection) => readRows(connection, 'FROM standing ORDER BY ALL'));

test('of a project only the newest statement stands, however many a flush makes of it and whatever stood before', () =>
  inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const log = new TopicLog();
    await intake.handle(log.publish(topic, 0, [event('1', 1), event('2', 1)]));
    await intake.handle(log.publish(topic, 0, [event('1', 3), event('1', 2), event('3', 1), event('3', 2)]));
    const versions = await file.read((connection) =>
      readRows(connection, 'SELECT aggregate, version FROM standing WHERE no = 1 ORDER BY ALL'),
    );
    expect(versions).toEqual([
      { aggregate: 1, version: 3 },
      { aggregate: 2, version: 1 },
      { aggregate: 3, version: 2 },
    ]);
    file.close();
  }));

test('a flush that restates hundreds of projects replaces each, and leaves the others', () =>
  inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const log = new TopicLog();
    const all = (version: number, count: number) => Array.from({ length: count }, (_, project) => event(String(project), version));
    await intake.handle(log.publish(topic, 0, all(1, 250)));
    await intake.handle(log.publish(topic, 0, all(2, 249)));
    const versions = await file.read((connection) =>
      readRows(
        connection,
        'SELECT version, count(DISTINCT aggregate) AS projects, count(*) AS sides FROM standing GROUP BY version ORDER BY version',
      ),
    );
    expect(versions).toEqual([
      { version: 1, projects: 1n, sides: 3n },
      { version: 2, projects: 249n, sides: 747n },
    ]);
    expect(await figuresBy(file, 'standing')).toEqual(await figuresBy(file, 'history'));
    file.close();
  }));

test('of a project that is withdrawn nothing stands', () =>
  inFolder(async (folder) => {
    const file = await FactsFile.open(folder);
    const intake = await Intake.open(file, readWithWithdrawals(new Set(['NO-03.rcn.projects/1/2'])), () => undefined);
    const log = new TopicLog();
    await intake.handle(log.publish(topic, 0, [event('1', 1), event('2', 1)]));
    await intake.handle(log.publish(topic, 0, [event('1', 2)]));
    expect(await figuresBy(file, 'standing')).toEqual(await figuresBy(file, 'history'));
    expect(new Set((await standingRows(file)).map((row) => (row as { aggregate: number }).aggregate))).toEqual(new Set([2]));
    file.close();
  }));

test('a flush that cannot be written leaves what stands as it stood, and the same batch goes in afterwards', () =>
  inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const log = new TopicLog();
    const rename = (from: string, to: string) => file.read((connection) => connection.run(`ALTER TABLE ${from} RENAME TO ${to}`));
    await intake.handle(log.publish(topic, 0, [event('1', 1), event('2', 1)]));
    const before = await standingRows(file);
    const [stood, history] = [await figuresBy(file, 'standing'), await figuresBy(file, 'history')];

    // The texts are written last.
    await rename('recent', 'recent_away');
    const batch = log.publish(topic, 0, [event('1', 2), event('3', 1)]);
    await expect(intake.handle(batch)).rejects.toThrow('recent');
    await rename('recent_away', 'recent');
    expect(await standingRows(file)).toEqual(before);
    expect(await figuresBy(file, 'standing')).toEqual(stood);
    expect(await figuresBy(file, 'history')).toEqual(history);

    await intake.handle(batch);
    expect(await figuresBy(file, 'standing')).toEqual(await figuresBy(file, 'history'));
    expect(await standingRows(file)).toHaveLength(9);
    file.close();
  }));

test.each([
  ['a file of an earlier release gets what stands', 'DROP TABLE standing'],
  ['a file that an earlier release went on with gets what stands now', 'DELETE FROM standing WHERE aggregate = 2'],
])('at its opening %s', (_, earlier) =>
  inFolder(async (folder) => {
    const first = await opened(folder);
    await first.intake.handle(new TopicLog().publish(topic, 0, [event('1', 1), event('2', 1), event('1', 2)]));
    const [before, figures] = [await standingRows(first.file), await figuresBy(first.file, 'history')];
    await first.file.read((connection) => connection.run(earlier));
    first.file.close();

    const { file } = await opened(folder);
    expect(await standingRows(file)).toEqual(before);
    expect(await figuresBy(file, 'standing')).toEqual(figures);
    file.close();
  }),
);

test('a flush between two reads of one answer does not change what the second one sees', () =>
  inFolder(async (folder) => {
    const { file, intake } = await opened(folder);
    const log = new TopicLog();
    await intake.handle(log.publish(topic, 0, [event('1', 1)]));
    await file.read(async (connection) => {
      const stood = await everyMetric(connection, 'standing');
      await intake.handle(log.publish(topic, 0, [event('1', 2), event('2', 1)]));
      expect(await everyMetric(connection, 'standing')).toEqual(stood);
    });
    expect(await figuresBy(file, 'standing')).toEqual(await figuresBy(file, 'history'));
    file.close();
  }));
