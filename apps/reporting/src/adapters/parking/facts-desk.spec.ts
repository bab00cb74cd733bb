import { until } from '@xietong/testing';
import { join } from 'node:path';
import { inFolder, read } from '../../testing/facts-folder.ts';
import type { PublishedMessage } from '../../testing/published-events.ts';
import { CurrentFacts } from '../generations/current-facts.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { factsDesk } from './facts-desk.ts';
import { agency, decider, garbled, grantedIn, idAt, keyOf, lineOf, stated, textOf, topic, unfit } from './parked-project.fixture.ts';

const open = (folder: string) => CurrentFacts.open({ folder: join(folder, 'reporting'), read, onParked: () => undefined });

async function withFacts(work: (house: { facts: CurrentFacts; desk: ReturnType<typeof factsDesk>; deliver: Deliver }) => Promise<void>) {
  await inFolder(async (folder) => {
    const facts = await open(folder);
    const log = new TopicLog();
    await work({ facts, desk: factsDesk(facts), deliver: (...messages) => facts.handle(log.publish(topic, 0, messages)) });
    await facts.close();
  });
}
type Deliver = (...messages: readonly PublishedMessage[]) => Promise<void>;

test('what is parked is shown page by page, by key and by reason, and its text with it when one message is looked at', () =>
  withFacts(async ({ desk, deliver }) => {
    await deliver(unfit('1', 1), garbled('2'), stated('1', 2, 5));
    const page = async (part: object) => (await desk.list({ agency, status: 'parked', limit: 10, ...part })).map(({ offset }) => offset);
    expect(await page({})).toEqual([0, 1, 2]);
    const [first] = await desk.list({ agency, status: 'parked', limit: 1 });
    expect(await page({ after: first })).toEqual([1, 2]);
    expect(await page({ agency: 'NO-03/inn' })).toEqual([]);
    expect([await page({ key: keyOf('1') }), await page({ reason: 'not-json' }), await page({ consumer: 'others' })]).toEqual([
      [0, 2],
      [1],
      [],
    ]);
    expect(await desk.find(idAt(0))).toEqual({
      ...first,
      id: idAt(0),
      reason: { code: 'unfit-data', detail: 'registrar, number, title, signedOn, participants' },
      text: textOf(unfit('1', 1)),
      decisions: [],
    });
    expect([await desk.find(idAt(9)), await desk.find('facts~x')]).toEqual([undefined, undefined]);
  }));

test('messages that were parked in one batch are paged through in the order of their topic', () =>
  withFacts(async ({ desk, deliver }) => {
    await deliver(...Array.from({ length: 12 }, (_, n) => garbled(String(n))));
    const [, , third] = await desk.list({ agency, status: 'parked', limit: 3 });
    const rest = await desk.list({ agency, status: 'parked', limit: 20, ...(third && { after: third }) });
    expect(rest.map(({ offset }) => offset)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
  }));

test('a mended message and its followers are applied in order, and count from then on, also while the topic is quiet', () =>
  withFacts(async ({ facts, desk, deliver }) => {
    await deliver(stated('1', 1, 1), unfit('1', 2), stated('2', 1, 100), stated('1', 3, 3));
    const before = await grantedIn(facts);
    expect(before.granted).toBe(101);
    expect(await desk.mend(idAt(1), textOf(stated('1', 2, 2)), decider)).toMatchObject({ id: idAt(1), status: 'parked' });
    expect(await desk.replay(lineOf('1'), decider)).toEqual({ applied: 2, parked: 0 });
    expect(await grantedIn(facts)).toEqual({ watermark: 'NO-03.rcn.projects:5', granted: 103 });
    expect(await grantedIn(facts, before.watermark)).toEqual(before);
    await deliver(stated('1', 4, 4));
    expect(await grantedIn(facts)).toEqual({ watermark: 'NO-03.rcn.projects:6', granted: 104 });
    expect(await facts.counts()).toEqual({ events: 5, waiting: 0, parked: 0 });
    const { status, mended, decisions } = (await desk.find(idAt(1))) ?? {};
    expect([status, mended, decisions?.map(({ act }) => act)]).toEqual(['applied', textOf(stated('1', 2, 2)), ['mend', 'replay']]);
  }));

test("a replay leaves alone what came under the same key on another agency's topic", () =>
  withFacts(async ({ facts, desk, deliver }) => {
    const foreign = new TopicLog().publish('NO-03.inn.projects', 0, [garbled('1')]);
    await facts.handle(foreign);
    await deliver(unfit('1', 1));
    await desk.mend(idAt(0), textOf(stated('1', 1, 5)), decider);
    expect(await desk.replay(lineOf('1'), decider)).toEqual({ applied: 1, parked: 0 });
    expect(await desk.list({ agency: 'NO-03/inn', status: 'parked', limit: 10 })).toHaveLength(1);
  }));

test('the events behind a figure are the mended ones', () =>
  withFacts(async ({ facts, desk, deliver }) => {
    await deliver(unfit('1', 1));
    await desk.mend(idAt(0), textOf(stated('1', 1, 7)), decider);
    await desk.replay(lineOf('1'), decider);
    const bodies = await facts.read((file) => file.read((connection) => file.bodiesAt(connection, [{ topic, partition: 0, offset: 0n }])));
    expect(bodies.map(({ body }) => body)).toEqual([textOf(stated('1', 1, 7))]);
  }));

test.each([
  ['can be read but does not fit', unfit('1', 2)],
  ['cannot be read at all', garbled('1')],
])('the version of a discarded message that %s is a hole, and the next one is accepted after it', (_, spoiled) =>
  withFacts(async ({ facts, desk, deliver }) => {
    await deliver(stated('1', 1, 1), spoiled, stated('1', 3, 3));
    expect(await desk.discard(idAt(1), decider)).toMatchObject({ status: 'discarded' });
    expect(await grantedIn(facts)).toMatchObject({ granted: 1 });
    expect(await desk.replay(lineOf('1'), decider)).toEqual({ applied: 1, parked: 0 });
    expect(await grantedIn(facts)).toMatchObject({ granted: 3 });
    expect(await facts.counts()).toEqual({ events: 2, waiting: 0, parked: 0 });
  }),
);

test('a hole is known after a restart, to what comes later', () =>
  inFolder(async (folder) => {
    const log = new TopicLog();
    const before = await open(folder);
    await before.handle(log.publish(topic, 0, [stated('1', 1, 1), garbled('1')]));
    await factsDesk(before).discard(idAt(1), decider);
    await factsDesk(before).replay(lineOf('1'), decider);
    await before.close();

    const after = await open(folder);
    await after.handle(log.publish(topic, 0, [stated('1', 4, 4), stated('1', 3, 3)]));
    expect(await after.counts()).toEqual({ events: 3, waiting: 0, parked: 0 });
    expect(await grantedIn(after)).toMatchObject({ granted: 4 });
    await after.close();
  }));

test('an event that waits for a discarded version waits no longer', () =>
  withFacts(async ({ facts, desk, deliver }) => {
    await deliver(stated('1', 3, 3), stated('1', 1, 1), unfit('1', 2));
    expect(await facts.counts()).toEqual({ events: 1, waiting: 1, parked: 1 });
    await desk.discard(idAt(2), decider);
    await desk.replay(lineOf('1'), decider);
    expect(await facts.counts()).toEqual({ events: 2, waiting: 0, parked: 0 });
    expect(await grantedIn(facts)).toMatchObject({ granted: 3 });
  }));

test('a replay stops at what still cannot be applied, and everything behind it stays parked', () =>
  withFacts(async ({ facts, desk, deliver }) => {
    await deliver(garbled('1'), stated('1', 2, 2), unfit('1', 3), stated('1', 4, 4));
    expect(await desk.replay(lineOf('1'), decider)).toMatchObject({ applied: 0, parked: 4, stoppedBy: { id: idAt(0) } });
    await desk.mend(idAt(0), textOf(stated('1', 1, 1)), decider);
    expect(await desk.replay(lineOf('1'), decider)).toMatchObject({
      applied: 2,
      parked: 2,
      stoppedBy: { id: idAt(2), reason: { code: 'unfit-data' } },
    });
    await deliver(stated('1', 5, 5));
    expect(await facts.counts()).toEqual({ events: 2, waiting: 0, parked: 3 });
    expect((await desk.list({ agency, status: 'parked', limit: 9 })).map(({ reason }) => reason.code)).toEqual([
      'unfit-data',
      'follows-parked',
      'follows-parked',
    ]);
  }));

test('a mended text that cannot be read, or is another event, is refused and changes nothing', () =>
  withFacts(async ({ desk, deliver }) => {
    await deliver(unfit('1', 2));
    const mended = (message: PublishedMessage) => desk.mend(idAt(0), textOf(message), decider);
    expect(await mended(garbled('1'))).toEqual({ refused: 'unreadable', reason: { code: 'not-json', detail: '' } });
    expect(await mended(unfit('1', 2))).toMatchObject({ refused: 'unreadable', reason: { detail: 'participants, signedOn, reason' } });
    expect(await mended(stated('2', 2, 1))).toMatchObject({ refused: 'unreadable', reason: { code: 'wrong-key' } });
    expect(await mended(stated('1', 3, 1))).toEqual({ refused: 'identity-changed', field: 'id' });
    expect(await desk.find(idAt(0))).not.toHaveProperty('mended');
  }));

test('a decision that is taken again finds done what it asks for, and what is settled is not decided again', () =>
  withFacts(async ({ facts, desk, deliver }) => {
    await deliver(unfit('1', 1), garbled('2'));
    for (let time = 0; time < 2; time += 1) await desk.mend(idAt(0), textOf(stated('1', 1, 1)), decider);
    expect((await desk.find(idAt(0)))?.decisions).toHaveLength(1);
    await desk.replay(lineOf('1'), decider);
    expect(await desk.replay(lineOf('1'), decider)).toEqual({ applied: 0, parked: 0 });
    await desk.discard(idAt(1), decider);
    expect(await desk.discard(idAt(0), decider)).toEqual({ refused: 'applied' });
    expect(await desk.discard(idAt(1), decider)).toEqual({ refused: 'discarded' });
    expect(await desk.mend(idAt(1), textOf(stated('2', 1, 1)), decider)).toEqual({ refused: 'discarded' });
    expect([await desk.discard(idAt(2), decider), await desk.replay({ ...lineOf('1'), key: 'x' }, decider)]).toEqual([
      { refused: 'absent' },
      { refused: 'absent' },
    ]);
    expect(await grantedIn(facts)).toMatchObject({ granted: 1 });
  }));

test('a process that dies between a decision and the replay finds the decision when it is back', () =>
  inFolder(async (folder) => {
    const log = new TopicLog();
    const dying = await open(folder);
    await dying.handle(log.publish(topic, 0, [unfit('1', 1), unfit('1', 2), stated('1', 3, 3)]));
    await factsDesk(dying).mend(idAt(0), textOf(stated('1', 1, 1)), decider);
    await factsDesk(dying).discard(idAt(1), decider);
    await dying.close();

    const back = await open(folder);
    await back.handle(log.publish(topic, 0, [stated('1', 4, 4)]));
    expect(await back.counts()).toEqual({ events: 0, waiting: 0, parked: 3 });
    expect(await factsDesk(back).replay(lineOf('1'), decider)).toEqual({ applied: 3, parked: 0 });
    expect(await grantedIn(back)).toMatchObject({ granted: 4 });
    await back.close();
  }));

test('a replay that cannot be written leaves everything parked, and is done when it is asked for again', () =>
  withFacts(async ({ facts, desk, deliver }) => {
    await deliver(unfit('1', 1));
    await desk.mend(idAt(0), textOf(stated('1', 1, 1)), decider);
    const rename = (from: string, to: string) =>
      facts.read((file) => file.read((connection) => connection.run(`ALTER TABLE ${from} RENAME TO ${to}`)));
    await rename('parties', 'parties_away');
    await expect(desk.replay(lineOf('1'), decider)).rejects.toThrow('parties');
    await rename('parties_away', 'parties');
    expect(await facts.counts()).toEqual({ events: 0, waiting: 0, parked: 1 });
    expect(await desk.replay(lineOf('1'), decider)).toEqual({ applied: 1, parked: 0 });
    expect(await grantedIn(facts)).toMatchObject({ granted: 1 });
  }));

test(
  'while a long line is replayed other keys go on, and its own followers join the end of it',
  () =>
    withFacts(async ({ facts, desk, deliver }) => {
      const followers = Array.from({ length: 1_700 }, (_, n) => stated('1', n + 2, n + 2));
      await deliver(unfit('1', 1), ...followers);
      await desk.mend(idAt(0), textOf(stated('1', 1, 1)), decider);
      let isOver = false;
      const replayed = desk.replay(lineOf('1'), decider).then((answer) => {
        isOver = true;
        return answer;
      });
      await until('the replay has begun', async () => (await facts.counts()).events > 0);
      await deliver(stated('2', 1, 5_000), stated('1', 1_702, 1_702));
      expect((await facts.counts()).parked).toBeGreaterThan(1);
      expect(isOver).toBe(false);
      expect(await replayed).toEqual({ applied: 1_702, parked: 0 });
      expect(await grantedIn(facts)).toMatchObject({ granted: 6_702 });
      expect(await facts.counts()).toEqual({ events: 1_703, waiting: 0, parked: 0 });
    }),
  30_000,
);
