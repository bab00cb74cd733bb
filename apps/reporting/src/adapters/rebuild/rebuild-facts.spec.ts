import type { Actor } from '@xietong/kernel';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { published, type SpecParticipant } from '../../testing/published-events.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { answersFrom } from '../figures/answers.ts';
import { CurrentFacts, type Setting } from '../generations/current-facts.ts';
import { findCurrent } from '../generations/generations.ts';
import { judge } from './judge.ts';
import { describeVerdict, fillGeneration, rebuildFacts } from './rebuild-facts.ts';
import { answerRebuilds, factsInTheService } from './running-facts.ts';

const topic = 'NO-03.rcn.projects';
const rcn: Actor = { id: 'somebody', kind: 'person', roles: ['analyst'], agency: 'NO-03/rcn' };
const settingIn = (folder: string): Setting => ({ folder: join(folder, 'reporting'), read, onParked: () => undefined });
const registered = (project: string, ...participants: SpecParticipant[]) =>
  published(topic, { project, version: 1, signedOn: '2019-03-01', participants });
const amended = (project: string, ...participants: SpecParticipant[]) =>
  published(topic, { project, version: 2, signedOn: '2019-03-01', participants });
const oslo: SpecParticipant = { region: 'NO-03', lead: true, amount: 100 };
const trondheim: SpecParticipant = { region: 'NO-50', amount: 50 };

async function withFacts(log: TopicLog, setting: Setting, work: (facts: CurrentFacts) => Promise<void>) {
  const facts = await CurrentFacts.open(setting);
  for (const batch of log.batches()) await facts.handle(batch);
  await work(facts);
  await facts.close();
}

const rethrown = (fault: unknown): never => {
  throw fault;
};
const amountOf = (facts: CurrentFacts) => answersFrom((work) => facts.read(work)).figures({ metric: 'granted-amount', by: 'region' }, rcn);
const generationsIn = async ({ folder }: Setting) => (await readdir(folder)).filter((name) => /^\d+$/.test(name));

test('a rebuild that finds the same takes the place of the running facts', async () => {
  await inFolder(async (folder) => {
    const setting = settingIn(folder);
    const log = new TopicLog();
    log.publish(topic, 0, [amended('2', oslo, trondheim), registered('1', oslo), registered('2', oslo)]);
    log.publish('CN-331082.kjj.projects', 0, [
      published('CN-331082.kjj.projects', { project: '1', version: 1, signedOn: '2020-01-02', participants: [oslo] }),
    ]);
    await withFacts(log, setting, () => Promise.resolve());

    const verdict = await rebuildFacts(setting, log);
    expect(verdict).toMatchObject({ generation: '2', swapped: true, events: 4, facts: 5, tables: 18, differences: [] });
    expect(describeVerdict(verdict)).toEqual([
      'read 4 events again, with 5 facts, into generation 2',
      'compared 18 tables, every metric of every agency in all its dimensions, at CN-331082.kjj.projects:1,NO-03.rcn.projects:3',
      'no difference',
      'swapped: generation 2 counts from now on',
    ]);
    expect(await findCurrent(setting.folder)).toBe('2');
    expect(await generationsIn(setting)).toEqual(['2']);
  });
});

test('a rebuild that finds something else leaves the running facts as they are, and says what differs', async () => {
  await inFolder(async (folder) => {
    const setting = settingIn(folder);
    const log = new TopicLog();
    log.publish(topic, 0, [registered('1', oslo), registered('2', oslo, trondheim)]);
    await withFacts(log, setting, async (facts) => {
      await facts.read((file) => file.read((connection) => connection.run('UPDATE sides SET amount = 51 WHERE amount = 50')));
    });

    const verdict = await rebuildFacts(setting, log);
    expect(verdict).toMatchObject({ swapped: false });
    expect(describeVerdict(verdict).join('\n')).toContain(
      'granted-amount of NO-03/rcn: 3 rows only in the running file, 3 only in the rebuilt one, such as 2019 NO-50 county EUR = 51 and 2019 NO-50 county EUR = 50',
    );
    expect(describeVerdict(verdict).at(-1)).toBe('not swapped: the running facts stay as they are');
    expect(await findCurrent(setting.folder)).toBe('1');
    expect(await generationsIn(setting)).toEqual(['1']);
  });
});

test('a service that goes on reading and answering hands over to the rebuilt facts without a figure going back', async () => {
  await inFolder(async (folder) => {
    const setting = settingIn(folder);
    const log = new TopicLog();
    log.publish(topic, 0, [registered('1', oslo), registered('2', oslo, trondheim)]);
    await withFacts(log, setting, async (facts) => {
      const before = await amountOf(facts);
      const stopAnswering = await answerRebuilds(facts, log, rethrown);
      const service = factsInTheService(setting);
      const watermark = await service.watermark();
      await fillGeneration(setting, log, '2', watermark);

      const meanwhile = log.publish(topic, 0, [registered('3', trondheim)]);
      await facts.handle(meanwhile);
      const judged = service.judge('2', watermark);
      const answers = [amountOf(facts), amountOf(facts)];
      expect(await judged).toMatchObject({ swapped: true, watermark: 'NO-03.rcn.projects:2' });
      expect((await Promise.all(answers)).map((figure) => JSON.stringify(figure))).not.toContain(JSON.stringify(before));

      await facts.handle(meanwhile);
      await facts.handle(log.publish(topic, 0, [registered('4', oslo)]));
      expect(await amountOf(facts)).toMatchObject({
        watermark: 'NO-03.rcn.projects:4',
        rows: [
          { region: 'NO-03', value: 300 },
          { region: 'NO-50', value: 100 },
        ],
      });
      expect(await generationsIn(setting)).toEqual(['2']);
      await stopAnswering();
    });
  });
}, 20_000);

test('what the service cannot judge is answered with the reason', async () => {
  await inFolder(async (folder) => {
    const setting = settingIn(folder);
    await withFacts(new TopicLog(), setting, async (facts) => {
      const stopAnswering = await answerRebuilds(facts, new TopicLog(), rethrown);
      await expect(factsInTheService(setting).judge('../elsewhere', 'start')).rejects.toThrow('generation');
      await stopAnswering();
    });
  });
});

test('topics that cannot be read again end the rebuild with the reason, and nothing is swapped', async () => {
  await inFolder(async (folder) => {
    const setting = settingIn(folder);
    const log = new TopicLog();
    log.publish(topic, 0, [registered('1', oslo)]);
    await withFacts(log, setting, async (facts) => {
      const halted = {
        consume: () =>
          Promise.resolve({
            health: () => ({ state: 'halted', reason: 'events were deleted' }) as const,
            lag: () => [],
            stop: () => Promise.resolve(),
          }),
      };
      await expect(fillGeneration(setting, halted, '2', 'NO-03.rcn.projects:1')).rejects.toThrow('events were deleted');
      await expect(judge(facts, halted, '2', 'NO-03.rcn.projects:1')).rejects.toThrow('was read to 0 only');
    });
    expect(await findCurrent(setting.folder)).toBe('1');
  });
});

test('where nothing was ever counted there is nothing to rebuild', async () => {
  await inFolder(async (folder) => {
    await expect(rebuildFacts(settingIn(folder), new TopicLog())).rejects.toThrow('start reporting first');
  });
});
