import { join } from 'node:path';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { CurrentFacts, type Setting } from '../generations/current-facts.ts';
import { factsDesk } from '../parking/facts-desk.ts';
import { agency, decider, garbled, grantedIn, idAt, lineOf, stated, textOf, topic, unfit } from '../parking/parked-project.fixture.ts';
import { called, whileAnother } from '../testing/another-process.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { fillGeneration, rebuildFacts } from './rebuild-facts.ts';
import { answerRebuilds, factsInTheService } from './running-facts.ts';

const settingIn = (folder: string): Setting => ({ folder: join(folder, 'reporting'), read, onParked: () => undefined });

/** Facts with a mended, a discarded and a still parked message, decided about in the midst of what was read. */
async function decidedFacts(setting: Setting, log: TopicLog): Promise<CurrentFacts> {
  const facts = await CurrentFacts.open(setting);
  const desk = factsDesk(facts);
  const deliver = (...messages: Parameters<typeof log.publish>[2]) => facts.handle(log.publish(topic, 0, messages));
  await deliver(stated('1', 1, 1), unfit('1', 2), garbled('2'), stated('2', 2, 20), unfit('3', 1), stated('1', 3, 3));
  await desk.mend(idAt(1), textOf(stated('1', 2, 2)), decider);
  await deliver(stated('2', 3, 30));
  await desk.discard(idAt(2), decider);
  await desk.replay(lineOf('1'), decider);
  await deliver(stated('1', 4, 4), stated('2', 4, 40));
  await desk.replay(lineOf('2'), decider);
  return facts;
}
const everything = async (facts: CurrentFacts) => {
  const desk = factsDesk(facts);
  const rows = [];
  for (const status of ['parked', 'applied', 'discarded'] as const) rows.push(...(await desk.list({ agency, status, limit: 100 })));
  return Promise.all(rows.map(({ id }) => desk.find(id)));
};

test('what was decided about parked messages survives a rebuild, with its time and its reason', () =>
  inFolder(async (folder) => {
    const [setting, log] = [settingIn(folder), new TopicLog()];
    const running = await decidedFacts(setting, log);
    const before = [await grantedIn(running), await grantedIn(running, 'NO-03.rcn.projects:7'), await everything(running)];
    await running.close();

    expect(await rebuildFacts(setting, log)).toMatchObject({ generation: '2', swapped: true, differences: [] });
    const rebuilt = await CurrentFacts.open(setting);
    expect([await grantedIn(rebuilt), await grantedIn(rebuilt, 'NO-03.rcn.projects:7'), await everything(rebuilt)]).toEqual(before);
    expect(before[0]).toEqual({ watermark: 'NO-03.rcn.projects:11', granted: 44 });
    await rebuilt.handle(log.publish(topic, 0, [stated('1', 5, 5), stated('3', 2, 300)]));
    await factsDesk(rebuilt).mend(idAt(4), textOf(stated('3', 1, 100)), decider);
    await factsDesk(rebuilt).replay(lineOf('3'), decider);
    expect(await grantedIn(rebuilt)).toMatchObject({ granted: 345 });
    await rebuilt.close();
  }));

test('a rebuild beside a running service takes over the decisions through its mailbox', () =>
  inFolder(async (folder) => {
    const [setting, log] = [settingIn(folder), new TopicLog()];
    const facts = await decidedFacts(setting, log);
    const before = [await grantedIn(facts), await everything(facts)];
    const stopAnswering = await answerRebuilds(facts, log, (fault) => {
      throw fault;
    });
    const service = factsInTheService(setting);
    const handover = await service.handOver();
    await fillGeneration(setting, log, '2', handover);
    expect(await service.judge('2', handover.watermark)).toMatchObject({ swapped: true, differences: [] });
    expect([await grantedIn(facts), await everything(facts)]).toEqual(before);
    await stopAnswering();
    await facts.close();
  }));

test('a rebuild that does not know of a decision does not take the place of the running facts', () =>
  inFolder(async (folder) => {
    const [setting, log] = [settingIn(folder), new TopicLog()];
    const facts = await CurrentFacts.open(setting);
    await facts.handle(log.publish(topic, 0, [stated('1', 1, 1), garbled('2')]));
    await factsDesk(facts).discard(idAt(1), decider);
    const stopAnswering = await answerRebuilds(facts, log, (fault) => {
      throw fault;
    });
    const service = factsInTheService(setting);
    const { watermark } = await service.handOver();
    await fillGeneration(setting, log, '2', { watermark, decisions: [] });
    expect(await service.judge('2', watermark)).toMatchObject({
      swapped: false,
      differences: ['the running file holds 1 decisions about parked messages, the rebuilt one 0'],
    });
    await stopAnswering();
    await facts.close();
  }));

test(
  'while a rebuild is under way nothing is decided, and from its end on again',
  () =>
    inFolder(async (folder) => {
      const [setting, log] = [settingIn(folder), new TopicLog()];
      const facts = await CurrentFacts.open(setting);
      const desk = factsDesk(facts);
      await facts.handle(log.publish(topic, 0, [unfit('1', 1)]));
      await whileAnother(called('rebuild/one-rebuild.ts', 'claimForRebuild', setting.folder), async () => {
        await facts.handOver();
        expect(await desk.mend(idAt(0), textOf(stated('1', 1, 1)), decider)).toEqual({ refused: 'held' });
        expect(await desk.discard(idAt(0), decider)).toEqual({ refused: 'held' });
        expect(await desk.replay(lineOf('1'), decider)).toEqual({ refused: 'held' });
      });
      expect(await desk.mend(idAt(0), textOf(stated('1', 1, 1)), decider)).toMatchObject({ status: 'parked' });
      await facts.close();
    }),
  20_000,
);

test(
  'a service that is started again in the midst of a rebuild knows of it',
  () =>
    inFolder(async (folder) => {
      const [setting, log] = [settingIn(folder), new TopicLog()];
      const before = await CurrentFacts.open(setting);
      await before.handle(log.publish(topic, 0, [garbled('1')]));
      await before.close();
      await whileAnother(called('rebuild/one-rebuild.ts', 'claimForRebuild', setting.folder), async () => {
        const again = await CurrentFacts.open(setting);
        expect(await factsDesk(again).discard(idAt(0), decider)).toEqual({ refused: 'held' });
        await again.close();
      });
    }),
  20_000,
);
