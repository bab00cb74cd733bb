import { join } from 'node:path';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { published, publishedEvent } from '../../testing/published-events.ts';
import { FactsFile } from '../facts-file/facts-file.ts';
import { Intake } from '../intake/intake.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { compareFacts } from './compare-facts.ts';

const topic = 'NO-03.rcn.projects';

test.each([
  ['running', 0],
  ['rebuilt', 1],
])('what stands in the %s file beside its history is a difference', (name, place) =>
  inFolder(async (folder) => {
    const batch = new TopicLog().publish(topic, 0, [
      published(topic, { project: '1', version: 1, signedOn: '2019-03-01', participants: [{ region: 'NO-03', lead: true, amount: 100 }] }),
    ]);
    const files = [await FactsFile.open(join(folder, '1')), await FactsFile.open(join(folder, '2'))] as const;
    for (const file of files) await (await Intake.open(file, read, () => undefined)).handle(batch);
    expect((await compareFacts(...files, `${topic}:1`)).differences).toEqual([]);

    await files[place === 0 ? 0 : 1].read((connection) => connection.run('UPDATE standing SET amount = 101'));
    const { differences } = await compareFacts(...files, `${topic}:1`);
    expect(differences).toEqual([
      `granted-amount of NO-03/rcn within the ${name} file: 3 rows only among what stands, 3 only in the history, such as 2019 NO-03 county EUR = 101 and 2019 NO-03 county EUR = 100`,
    ]);
    for (const file of files) file.close();
  }),
);

test(
  'a measurement that two files tell otherwise is a difference, of all that is told and of the figure that counts it',
  () =>
    inFolder(async (folder) => {
      const batch = new TopicLog().publish(topic, 0, [
        published(topic, {
          project: '1',
          version: 1,
          signedOn: '2019-03-01',
          participants: [{ region: 'NO-03', lead: true, amount: 100 }],
        }),
      ]);
      const files = [await FactsFile.open(join(folder, '1')), await FactsFile.open(join(folder, '2'))] as const;
      for (const file of files) await (await Intake.open(file, read, () => undefined)).handle(batch);
      await files[1].read((connection) => connection.run("UPDATE measures SET date = DATE '2019-03-02'"));
      expect((await compareFacts(...files, `${topic}:1`)).differences).toEqual([expect.stringContaining('with 1 facts')]);

      await files[1].read((connection) => connection.run("UPDATE measures SET date = DATE '2018-03-01'"));
      const { differences } = await compareFacts(...files, `${topic}:1`);
      expect(differences.map((difference) => difference.split(':')[0])).toEqual([
        expect.stringContaining('with 1 facts'),
        'project-states of NO-03/rcn',
        'lead-region-share of NO-03/rcn',
      ]);
      for (const file of files) file.close();
    }),
  20_000,
);

test('facts of alliances are compared too: a member that one file places otherwise is a difference of every figure of its region', () =>
  inFolder(async (folder) => {
    const data = {
      ...{ agency: 'NO-03/rcn', number: '1', rules: '2025', kind: 'pairing', title: 'A pairing', beginsOn: '2026-01-01' },
      members: ['NO-03', 'NO-50'].map((region) => ({ id: `${region}/rcn`, name: region, region })),
    };
    const batch = new TopicLog().publish(topic, 0, [publishedEvent(topic, { type: 'alliance.founded', id: '1', version: 1, data })]);
    const files = [await FactsFile.open(join(folder, '1')), await FactsFile.open(join(folder, '2'))] as const;
    for (const file of files) await (await Intake.open(file, read, () => undefined)).handle(batch);
    expect((await compareFacts(...files, `${topic}:1`)).differences).toEqual([]);

    await files[1].read((connection) =>
      connection.run(
        "UPDATE measures SET county = (SELECT id FROM regions WHERE name = 'NO-03') WHERE measure = (SELECT id FROM words WHERE name = 'alliance.member')",
      ),
    );
    const { differences } = await compareFacts(...files, `${topic}:1`);
    expect(differences.map((difference) => difference.split(':')[0])).toEqual([
      expect.stringContaining('with 0 facts'),
      'alliances of NO-03/rcn',
      'alliance-members of NO-03/rcn',
      'cross-region-alliances of NO-03/rcn',
      'pair-alliances of NO-03/rcn',
    ]);
    for (const file of files) file.close();
  }));
