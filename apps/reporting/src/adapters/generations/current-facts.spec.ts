import type { Position } from '../../watermark/watermark.ts';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { published } from '../../testing/published-events.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { CurrentFacts, openGeneration } from './current-facts.ts';

const topic = 'NO-03.rcn.projects';
const registered = (project: string) =>
  published(topic, { project, version: 1, signedOn: '2019-03-01', participants: [{ region: 'NO-03', lead: true, amount: 1 }] });

async function withFacts(work: (facts: CurrentFacts, log: TopicLog) => Promise<void>) {
  await inFolder(async (folder) => {
    const facts = await CurrentFacts.open({ folder, read, onParked: () => undefined, swapPatienceMs: 20 });
    await work(facts, new TopicLog());
    await facts.close();
  });
}

test('a batch that was let in just before a swap is among what the other facts have to catch up with', () =>
  withFacts(async (facts, log) => {
    const next = await openGeneration(facts.setting, '2');
    const target = Promise.withResolvers<Position[]>();
    const handled = facts.handle(log.publish(topic, 0, [registered('1')]));
    await facts.replaceBy(next, (positions) => Promise.resolve(target.resolve(positions)));
    await handled;
    expect(await target.promise).toEqual([{ topic, partition: 0, offset: 1n }]);
  }));

test('a batch does not wait for a swap without end: it is rejected, and goes in when it comes again', () =>
  withFacts(async (facts, log) => {
    const next = await openGeneration(facts.setting, '2');
    const { promise: caughtUp, resolve: catchUp } = Promise.withResolvers<undefined>();
    const replaced = facts.replaceBy(next, () => caughtUp);
    const batch = log.publish(topic, 0, [registered('1')]);
    await expect(facts.handle(batch)).rejects.toThrow('being replaced');
    catchUp(undefined);
    await replaced;
    await facts.handle(batch);
    expect(await facts.counts()).toMatchObject({ events: 1 });
  }));

test('facts that cannot catch up do not take the place of the current ones, which go on', () =>
  withFacts(async (facts, log) => {
    const next = await openGeneration(facts.setting, '2');
    await expect(facts.replaceBy(next, () => Promise.reject(new Error('the topics are gone')))).rejects.toThrow('the topics are gone');
    next.file.close();
    await facts.handle(log.publish(topic, 0, [registered('1')]));
    expect(await facts.counts()).toMatchObject({ events: 1 });
    expect(facts.name).toBe('1');
  }));
