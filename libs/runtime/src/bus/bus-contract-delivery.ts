import { until } from '@xietong/testing';
import { messages, numbers, Recorder, untilRunning } from './bus-contract-fixture.ts';
import type { Stage } from './bus-contract-fixture.ts';

/** How messages reach the handler: in what order, again after a rejection, and shared in a group. */
export function deliveryContract(stage: () => Stage): void {
  describe('order', () => {
    it('keeps the order of a key over many publications, and a key in one partition', async () => {
      const { under, projects, recorder, consume } = stage();
      await under.createTopic(projects, 3);
      await consume();
      for (const round of numbers(1, 20)) {
        await under.bus.publish(['a', 'b', 'c', 'd'].flatMap((key) => messages(projects, key, [`${round}.1`, `${round}.2`])));
      }
      await recorder.untilCount(160);
      const expected = numbers(1, 20).flatMap((round) => [`${round}.1`, `${round}.2`]);
      for (const key of ['a', 'b', 'c', 'd']) {
        expect(recorder.values(key)).toEqual(expected);
        expect(
          new Set(
            recorder
              .messages()
              .filter((message) => message.key === key)
              .map(({ partition }) => partition),
          ).size,
        ).toBe(1);
      }
    });

    it('keeps the order of publications that do not wait for each other', async () => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 3);
      await consume();
      await Promise.all(numbers(1, 200).map((value) => publish(projects, 'a', [value])));
      await recorder.untilCount(200);
      expect(recorder.values()).toEqual(numbers(1, 200));
    });

    it('hands over byte for byte what was published, headers included', async () => {
      const { under, projects, recorder, consume } = stage();
      await under.createTopic(projects, 1);
      await consume();
      const value = '{"标题":"示范项目 — “é”","n":1.0}';
      await under.bus.publish([{ topic: projects, key: '项目-1', value, headers: { traceparent: '00-ab-cd-01' } }]);
      await recorder.untilCount(1);
      expect(recorder.messages()).toEqual([
        { topic: projects, partition: 0, offset: 0n, key: '项目-1', value: Buffer.from(value), headers: { traceparent: '00-ab-cd-01' } },
      ]);
    });

    it('hands over several partitions at once', async () => {
      const { under, projects, recorder, consume } = stage();
      await under.createTopic(projects, 4);
      const partitionsInHand = new Set<number>();
      recorder.before = async ({ partition }) => {
        partitionsInHand.add(partition);
        await until('a second partition is in hand', () => partitionsInHand.size > 1);
      };
      await under.bus.publish(numbers(1, 50).flatMap((key) => messages(projects, key, [key])));
      await consume();
      await recorder.untilCount(50);
    });
  });

  describe('rejection', () => {
    it('hands a rejected batch over again from the same message, and skips nothing', async () => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 1);
      const attempts: bigint[] = [];
      recorder.before = (batch) => {
        attempts.push(batch.messages[0]?.offset ?? -1n);
        return attempts.length <= 3 ? Promise.reject(new Error('the store is away')) : Promise.resolve();
      };
      await publish(projects, 'a', numbers(1, 10));
      await consume();
      await recorder.untilCount(10);
      expect(attempts.slice(0, 4)).toEqual([0n, 0n, 0n, 0n]);
      expect(recorder.values()).toEqual(numbers(1, 10));
    });

    it('goes on with other partitions while one is rejected', async () => {
      const { under, projects, recorder, consume } = stage();
      await under.createTopic(projects, 2);
      await under.bus.publish(numbers(1, 20).flatMap((key) => messages(projects, key, [key])));
      recorder.before = ({ partition }) => (partition === 0 ? Promise.reject(new Error('poison')) : Promise.resolve());
      await consume();
      await until('the other partition is handled', () => recorder.batches.length > 0);
      const before = recorder.messages().length;
      await under.bus.publish(numbers(21, 40).flatMap((key) => messages(projects, key, [key])));
      await until('more of the other partition is handled', () => recorder.messages().length > before);
      recorder.before = () => Promise.resolve();
      await recorder.untilCount(40);
      expect(recorder.values().toSorted()).toEqual(numbers(1, 40).toSorted());
    });
  });

  describe('the memory of a group', () => {
    it('continues after what was handled when the group comes back', async () => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 1);
      await publish(projects, 'a', numbers(1, 5));
      const first = await consume();
      await recorder.untilCount(5);
      await first.stop();
      await publish(projects, 'a', numbers(6, 8));
      const later = new Recorder();
      await consume(undefined, later);
      await later.untilCount(3);
      expect(later.values()).toEqual(numbers(6, 8));
    });

    it('does not remember a batch that was rejected', async () => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 1);
      await publish(projects, 'a', numbers(1, 5));
      let rejections = 0;
      recorder.before = () => Promise.reject(new Error(`rejection ${++rejections}`));
      const first = await consume();
      await until('the batch was rejected', () => rejections > 0);
      await first.stop();
      const later = new Recorder();
      await consume(undefined, later);
      await later.untilCount(5);
      expect(later.values()).toEqual(numbers(1, 5));
    });

    it('shares the partitions among the consumers of a group, and misses nothing when one leaves', async () => {
      const { under, projects, recorder, consume } = stage();
      await under.createTopic(projects, 4);
      const second = new Recorder();
      const [one, two] = [await consume(), await consume(undefined, second)];
      await Promise.all([untilRunning(one), untilRunning(two)]);
      const sent: string[] = [];
      const more = async () => {
        const next = numbers(sent.length + 1, sent.length + 40);
        sent.push(...next);
        await under.bus.publish(next.flatMap((key) => messages(projects, key, [key])));
      };
      await more();
      for (let rounds = 0; rounds < 50 && (recorder.batches.length === 0 || second.batches.length === 0); rounds++) {
        await until('the round is handled', () => new Set([...recorder.values(), ...second.values()]).size === sent.length);
        await more();
      }
      expect(recorder.batches.length).toBeGreaterThan(0);
      expect(second.batches.length).toBeGreaterThan(0);
      await two.stop();
      await more();
      await until('everything is handled', () => new Set([...recorder.values(), ...second.values()]).size === sent.length);
    });
  });
}
