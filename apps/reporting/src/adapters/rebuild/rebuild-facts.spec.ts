import type { Actor } from '@xietong/kernel';
import { until } from '@xietong/testing';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { published, type SpecParticipant } from '../../testing/published-events.ts';
import { called, whileAnother } from '../testing/another-process.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { answersFrom } from '../figures/answers.ts';
import { FactsFile } from '../facts-file/facts-file.ts';
import { CurrentFacts, openGeneration, type Setting } from '../generations/current-facts.ts';
import { findCurrent } from '../generations/generations.ts';
import { judge } from './judge.ts';
import { NotTaken } from './mailbox.ts';
import { describeVerdict, fillGeneration, rebuildFacts } from './rebuild-facts.ts';
import { replay } from './replay.ts';
import { answerRebuilds, factsInTheService, openRunningFacts } from './running-facts.ts';

const topic = 'NO-03.rcn.projects';
const rcn: Actor = { id: 'somebody', kind: 'person', roles: ['analyst'], agency: 'NO-03/rcn' };
const settingIn = (folder: string): Setting => ({ folder: join(folder, 'reporting'), read, onParked: () => undefined, swapPatienceMs: 20 });
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
    expect(verdict).toMatchObject({ generation: '2', swapped: true, events: 4, facts: 5, tables: 74, differences: [] });
    expect(describeVerdict(verdict)).toEqual([
      'read 4 events again, with 5 facts, into generation 2',
      'compared 74 tables, every metric of every agency in all its dimensions, at CN-331082.kjj.projects:1,NO-03.rcn.projects:3',
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
      const handover = await service.handOver();
      await fillGeneration(setting, log, '2', handover);

      const meanwhile = log.publish(topic, 0, [registered('3', trondheim)]);
      await facts.handle(meanwhile);
      const judged = service.judge('2', handover.watermark);
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
      await expect(fillGeneration(setting, halted, '2', { watermark: 'NO-03.rcn.projects:1', decisions: [] })).rejects.toThrow(
        'events were deleted',
      );
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

/** Topics that bring nothing, as while Kafka is away, until they are told to go on. */
function awayFrom(log: TopicLog) {
  const asked = Promise.withResolvers<undefined>();
  const back = Promise.withResolvers<undefined>();
  const consume: TopicLog['consume'] = (request) => {
    asked.resolve(undefined);
    void back.promise.then(() => log.consume(request));
    return Promise.resolve({ health: () => ({ state: 'starting' }), lag: () => [], stop: () => Promise.resolve() });
  };
  return { bus: { consume }, asked: asked.promise, comesBack: () => back.resolve(undefined) };
}

/** Running facts of one project, and beside them the same, counted again as generation 2. */
async function withRebuilt(work: (facts: CurrentFacts, log: TopicLog) => Promise<void>) {
  await inFolder(async (folder) => {
    const setting = settingIn(folder);
    const log = new TopicLog();
    log.publish(topic, 0, [registered('1', oslo)]);
    await withFacts(log, setting, async (facts) => {
      await fillGeneration(setting, log, '2', { watermark: 'NO-03.rcn.projects:1', decisions: [] });
      await work(facts, log);
    });
  });
}

/** A service that judges generation 2, whose topics went away in the middle of the swap. */
async function inMidSwap(
  work: (swap: {
    facts: CurrentFacts;
    log: TopicLog;
    stop: () => Promise<void>;
    judged: Promise<unknown>;
    comesBack: () => void;
  }) => Promise<void>,
  judgementMs = 600_000,
) {
  await withRebuilt(async (facts, log) => {
    await facts.handle(log.publish(topic, 0, [registered('2', oslo)]));
    const { bus, asked, comesBack } = awayFrom(log);
    const stop = await answerRebuilds(facts, bus, rethrown);
    const judged = factsInTheService(facts.setting, { answerMs: 1, judgementMs }).judge('2', 'NO-03.rcn.projects:1');
    await asked;
    await work({ facts, log, stop, judged, comesBack });
  });
}

test('a service that stops while Kafka is away in the middle of a swap stops, and the running facts stay', () =>
  inMidSwap(async ({ facts, log, stop, judged }) => {
    const refused = expect(judged).rejects.toThrow('the service stops');
    await expect(facts.handle(log.publish(topic, 0, [registered('3', oslo)]))).rejects.toThrow('being replaced');
    await stop();
    await refused;
    expect(await findCurrent(facts.setting.folder)).toBe('1');
    expect(await generationsIn(facts.setting)).toEqual(['1']);
  }));

test('a rebuild that waits no longer leaves alone what the service has in hand, and the service swaps when Kafka is back', () =>
  inMidSwap(async ({ facts, stop, judged, comesBack }) => {
    await expect(judged).rejects.toThrow('has taken the question');
    expect(await generationsIn(facts.setting)).toEqual(['1', '2']);
    comesBack();
    await until('the replaced generation is gone', async () => (await generationsIn(facts.setting)).length === 1);
    expect(await findCurrent(facts.setting.folder)).toBe('2');
    expect(await amountOf(facts)).toMatchObject({ watermark: 'NO-03.rcn.projects:2', rows: [{ value: 200 }] });
    await stop();
  }, 800));

test('a rebuild whose question nobody takes removes what it made', async () => {
  await inFolder(async (folder) => {
    const setting = settingIn(folder);
    await mkdir(join(setting.folder, 'mailbox'), { recursive: true });
    await mkdir(join(setting.folder, '2'));
    await expect(factsInTheService(setting, { answerMs: 1, judgementMs: 1 }).judge('2', 'start')).rejects.toThrow(NotTaken);
    expect(await generationsIn(setting)).toEqual([]);
  });
});

test('a swap stands though what it replaced cannot be removed', () =>
  withRebuilt(async (facts, log) => {
    const close = jest.spyOn(FactsFile.prototype, 'close').mockImplementationOnce(() => {
      throw new Error('the disk is gone');
    });
    const verdict = await judge(facts, log, '2', 'NO-03.rcn.projects:1');
    close.mockRestore();
    expect(verdict).toMatchObject({ swapped: true, leftBehind: 'the disk is gone' });
    expect(describeVerdict(verdict).at(-1)).toContain('the disk is gone');
    expect(await amountOf(facts)).toMatchObject({ rows: [{ value: 100 }] });
    expect(await findCurrent(facts.setting.folder)).toBe('2');
  }));

test('the current facts cannot be handed over as if they were rebuilt ones', async () => {
  await inFolder(async (folder) => {
    await withFacts(new TopicLog(), settingIn(folder), async (facts) => {
      await expect(judge(facts, new TopicLog(), '1', 'start')).rejects.toThrow('is the current one');
      expect(await generationsIn(facts.setting)).toEqual(['1']);
    });
  });
});

test('topics that fall silent end a replay', async () => {
  await inFolder(async (folder) => {
    const { file, intake } = await openGeneration(settingIn(folder), '1');
    const { bus } = awayFrom(new TopicLog());
    const replayed = replay(bus, intake, [{ topic, partition: 0, offset: 1n }], { silenceMsMax: 20 });
    await expect(replayed).rejects.toThrow('nothing came for 0.02 s');
    file.close();
  });
});

test('a second rebuild is refused while one is under way, and removes nothing of it', async () => {
  await inFolder(async (folder) => {
    const setting = settingIn(folder);
    const log = new TopicLog();
    await withFacts(log, setting, () => Promise.resolve());
    await mkdir(join(setting.folder, '2'));
    await whileAnother(called('rebuild/one-rebuild.ts', 'claimForRebuild', setting.folder), async () => {
      await expect(rebuildFacts(setting, log)).rejects.toThrow('another rebuild is under way');
      expect(await generationsIn(setting)).toEqual(['1', '2']);
    });
    expect(await rebuildFacts(setting, log)).toMatchObject({ generation: '2', swapped: true });
  });
}, 20_000);

test('a rebuild takes back what a killed one has asked of the running service, before it asks anything itself', async () => {
  await inFolder(async (folder) => {
    const setting = settingIn(folder);
    const log = new TopicLog();
    await withFacts(log, setting, () => Promise.resolve());
    const mailbox = join(setting.folder, 'mailbox');
    await mkdir(mailbox);
    await writeFile(join(mailbox, 'of-the-killed-one.question.json'), '{ "ask": "judge", "generation": "2", "watermark": "start" }');
    await whileAnother(called('facts-file/database.ts', 'openDatabase', join(setting.folder, '1', 'facts.duckdb')), async () => {
      const running = await openRunningFacts(setting, log);
      expect(await readdir(mailbox)).toEqual([]);
      await running.close();
    });
  });
}, 20_000);
