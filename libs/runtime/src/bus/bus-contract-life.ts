import { until } from '@xietong/testing';
import type { Batch, Consumption } from './bus.ts';
import { numbers, Recorder, untilRunning } from './bus-contract-fixture.ts';
import type { Stage } from './bus-contract-fixture.ts';

/** Topics that come, publications, stopping, lag. */
export function lifeContract(stage: () => Stage): void {
  describe('topics', () => {
    it('notices a matching topic that is made later, and leaves others alone', async () => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 2);
      await publish(projects, 'a', ['1']);
      await consume();
      await recorder.untilCount(1);
      const [innovation, other] = [`NO-03.inn.${under.name}`, `NO-03.inn.${under.name}-other`];
      await under.createTopic(other, 1);
      await publish(other, 'a', ['unasked for']);
      await under.createTopic(innovation, 2);
      await publish(innovation, 'a', ['2']);
      await recorder.untilCount(2);
      await publish(projects, 'a', ['3']);
      await recorder.untilCount(3);
      expect(recorder.values()).toEqual(['1', '2', '3']);
    });

    it('runs without any matching topic, and reads the first one that comes', async () => {
      const { under, projects, recorder, consume, publish } = stage();
      await untilRunning(await consume([]));
      await under.createTopic(projects, 1);
      await publish(projects, 'a', ['1']);
      await recorder.untilCount(1);
    });

    it('takes a pattern with the global flag', async () => {
      const { under, projects, pattern, group, recorder, publish } = stage();
      await under.createTopic(projects, 1);
      const global = new RegExp(pattern.source, 'g');
      expect([global.test(projects), global.lastIndex > 0]).toEqual([true, true]);
      await under.bus.consume({ group, topics: global, handle: recorder.handle });
      await publish(projects, 'a', ['1']);
      await recorder.untilCount(1);
    });
  });

  describe('publication', () => {
    it('rejects where a topic does not exist, and takes the next publication as if nothing had been', async () => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 1);
      await expect(publish(`NO-03.rcn.${under.name}-absent`, 'a', ['1'])).rejects.toThrow(`NO-03.rcn.${under.name}-absent`);
      await publish(projects, 'a', ['2']);
      await consume();
      await recorder.untilCount(1);
      expect(recorder.values()).toEqual(['2']);
    });

    it('takes no messages at all', async () => {
      const { under } = stage();
      await expect(under.bus.publish([])).resolves.toBeUndefined();
    });
  });

  describe('stopping', () => {
    it('waits for the batch in hand, remembers it, and hands over nothing more', async () => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 1);
      await publish(projects, 'a', numbers(1, 3));
      const inHand = Promise.withResolvers<Batch>();
      const released = Promise.withResolvers<undefined>();
      recorder.before = async (batch) => {
        inHand.resolve(batch);
        await released.promise;
      };
      const consumption = await consume();
      const handed = (await inHand.promise).messages.length;
      let stopped = false;
      const stopping = consumption.stop().then(() => (stopped = true));
      await publish(projects, 'a', ['later']);
      expect(stopped).toBe(false);
      released.resolve(undefined);
      await stopping;
      expect(recorder.messages()).toHaveLength(handed);
      expect(consumption.health()).toEqual({ state: 'stopped' });

      const later = new Recorder();
      await consume(undefined, later);
      await later.untilCount(4 - handed);
      expect([...recorder.values(), ...later.values()]).toEqual(['1', '2', '3', 'later']);
      expect(recorder.messages()).toHaveLength(handed);
    });

    it('can be asked for twice', async () => {
      const { under, projects, consume } = stage();
      await under.createTopic(projects, 1);
      const consumption = await consume();
      await Promise.all([consumption.stop(), consumption.stop()]);
      await consumption.stop();
      expect(consumption.health()).toEqual({ state: 'stopped' });
    });
  });

  describe('lag', () => {
    const lag = (consumption: Consumption) => consumption.lag().map(({ topic, partition, messages }) => [topic, partition, messages]);

    it('counts what still waits of each partition, and is nothing once everything is handled', async () => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 1);
      await publish(projects, 'a', numbers(1, 7));
      let rejections = 0;
      recorder.before = () => Promise.reject(new Error(`rejection ${++rejections}`));
      const consumption = await consume([{ topic: projects, partition: 0, offset: 2n }]);
      await until('a batch was rejected', () => rejections > 0);
      await until('the rejected batch waits again', () => lag(consumption)[0]?.[2] === 5n);
      expect(lag(consumption)).toEqual([[projects, 0, 5n]]);
      recorder.before = () => Promise.resolve();
      await recorder.untilCount(5);
      await until('nothing waits', () => lag(consumption)[0]?.[2] === 0n);
    });
  });

  it('answers a ping', async () => {
    const { under } = stage();
    await expect(under.bus.ping()).resolves.toBeUndefined();
  });

  it('ends its consumers when it closes', async () => {
    const { under, projects, consume } = stage();
    await under.createTopic(projects, 1);
    const consumption = await consume();
    await under.bus.close();
    expect(consumption.health()).toEqual({ state: 'stopped' });
  });
}
