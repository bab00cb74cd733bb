import { inFolder, read } from '../../testing/facts-folder.ts';
import { published, publishedEvent } from '../../testing/published-events.ts';
import { Intake } from '../intake/intake.ts';
import { readFingerprint } from '../rebuild/fingerprint.ts';
import { figuresOf, sightOf } from '../testing/figures-of.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { FactsFile } from './facts-file.ts';

const topic = 'NO-03.rcn.projects';
const registered = (project: string) =>
  published(topic, { project, version: 1, signedOn: '2019-03-01', participants: [{ region: 'NO-50', lead: true, amount: 1 }] });
const suspended = (id: string, version: number) =>
  publishedEvent(topic, { type: 'project.suspended', id, version, data: { reason: 'no snow' } });

test(
  'a file of an earlier release knows at its opening what its events tell, as known since the same steps, and goes on',
  () =>
    inFolder(async (folder) => {
      const log = new TopicLog();
      const first = await FactsFile.open(folder);
      const intake = await Intake.open(first, read, () => undefined);
      await intake.handle(log.publish(topic, 0, [suspended('1', 2), registered('1'), registered('2'), suspended('3', 2)]));
      const print = await first.read((connection) => readFingerprint(connection, sightOf([1])));
      const figures = await figuresOf(first, [1]);
      await first.read(async (connection) => {
        await connection.run('DROP TABLE measures');
        await connection.run('DROP TABLE words');
      });
      first.close();

      const file = await FactsFile.open(folder);
      const again = await Intake.open(file, read, () => undefined);
      expect(await file.read((connection) => readFingerprint(connection, sightOf([1])))).toEqual(print);
      expect(await figuresOf(file, [1])).toEqual(figures);
      await again.handle(log.publish(topic, 0, [registered('3')]));
      expect(await figuresOf(file, [1])).not.toEqual(figures);
      expect(await again.counts()).toEqual({ events: 5, waiting: 0, parked: 0 });
      file.close();
    }),
  20_000,
);

test(
  'a file that cannot let its events tell again stays as it was, and can be opened another time',
  () =>
    inFolder(async (folder) => {
      const first = await FactsFile.open(folder);
      const intake = await Intake.open(first, read, () => undefined);
      await intake.handle(new TopicLog().publish(topic, 0, [registered('1')]));
      const figures = await figuresOf(first, [1]);
      await first.read((connection) => connection.run('DROP TABLE measures'));
      first.close();

      const file = await FactsFile.open(folder);
      const unreadable = () => ({ unreadable: 'unfit-data', detail: 'field' }) as const;
      await expect(Intake.open(file, unreadable, () => undefined)).rejects.toThrow('can no longer be read: unfit-data (field)');
      await Intake.open(file, read, () => undefined);
      expect(await figuresOf(file, [1])).toEqual(figures);
      file.close();
    }),
  20_000,
);
