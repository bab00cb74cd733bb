import { until } from '@xietong/testing';
import type { Position } from './bus.ts';
import { messages, numbers, Recorder, untilHalted, untilRunning } from './bus-contract-fixture.ts';
import type { Stage } from './bus-contract-fixture.ts';

/** Where reading begins, and what halts it. */
export function positionContract(stage: () => Stage): void {
  describe('own positions', () => {
    it('starts exactly there, ignores what the broker remembers of the group, and begins unknown partitions at their beginning', async () => {
      const { under, projects, recorder, consume } = stage();
      await under.createTopic(projects, 2);
      await under.bus.publish(numbers(1, 40).flatMap((key) => messages(projects, key, [key])));
      const remembered = await consume();
      await recorder.untilCount(40);
      await remembered.stop();

      const own = new Recorder();
      await consume([{ topic: projects, partition: 0, offset: 3n }], own);
      const of = (partition: number, by: Recorder) => by.messages().filter((message) => message.partition === partition);
      const expected = [...of(0, recorder).slice(3), ...of(1, recorder)];
      expect(expected.length).toBeGreaterThan(3);
      await own.untilCount(expected.length);
      expect([...of(0, own), ...of(1, own)]).toEqual(expected);
    });

    it('waits at the end of a partition for the next message', async () => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 1);
      await publish(projects, 'a', numbers(1, 5));
      await untilRunning(await consume([{ topic: projects, partition: 0, offset: 5n }]));
      await publish(projects, 'a', ['6']);
      await recorder.untilCount(1);
      expect(recorder.messages().map(({ offset, value }) => [offset, value.toString()])).toEqual([[5n, '6']]);
    });

    it('lets each of two consumers of one name read everything', async () => {
      const { under, projects, recorder, consume } = stage();
      await under.createTopic(projects, 3);
      const second = new Recorder();
      await consume([]);
      await consume([], second);
      await under.bus.publish(numbers(1, 30).flatMap((key) => messages(projects, key, [key])));
      await Promise.all([recorder.untilCount(30), second.untilCount(30)]);
      expect(recorder.values().toSorted()).toEqual(second.values().toSorted());
    });
  });

  describe('a position that the broker cannot continue', () => {
    const halts = async (position: Omit<Position, 'topic'>) => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 1);
      await publish(projects, 'a', numbers(1, 10));
      await under.deleteBefore({ topic: projects, partition: 0, offset: 4n });
      const reason = await untilHalted(await consume([{ topic: projects, ...position }]));
      expect(recorder.batches).toEqual([]);
      return reason;
    };

    it('halts the consumer when the next message was deleted, and says what is held and what to do', async () => {
      const { projects } = stage();
      const reason = await halts({ partition: 0, offset: 3n });
      expect(reason).toContain(`partition 0 of ${projects} is 3, but the broker holds 4 to 10`);
      expect(reason).toContain('then restart');
    });

    it('halts the consumer when the topic is shorter than what was read', async () => {
      const { projects } = stage();
      expect(await halts({ partition: 0, offset: 11n })).toContain(`partition 0 of ${projects} is 11, but the broker holds 4 to 10`);
    });

    it('halts the consumer when the partition does not exist', async () => {
      const { projects } = stage();
      expect(await halts({ partition: 7, offset: 0n })).toContain(`partition 7 of ${projects} is 0, but the broker has no such partition`);
    });

    it('halts a group whose remembered position was overtaken by retention', async () => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 1);
      await publish(projects, 'a', numbers(1, 3));
      const first = await consume();
      await recorder.untilCount(3);
      await first.stop();
      await publish(projects, 'a', numbers(4, 10));
      await under.deleteBefore({ topic: projects, partition: 0, offset: 6n });
      const later = new Recorder();
      const reason = await untilHalted(await consume(undefined, later));
      expect(reason).toContain(`partition 0 of ${projects} is 3, but the broker holds 6 to 10`);
      expect(later.batches).toEqual([]);
    });

    it.each([
      ['a group', undefined],
      ['own positions', []],
    ])('halts a running consumer with %s when retention overtakes it', async (_, own) => {
      const { under, projects, recorder, consume, publish } = stage();
      await under.createTopic(projects, 1);
      await publish(projects, 'a', numbers(1, 10));
      let rejections = 0;
      recorder.before = () => Promise.reject(new Error(`rejection ${++rejections}`));
      const consumption = await consume(own);
      await until('the first batch was rejected', () => rejections > 0);
      await under.deleteBefore({ topic: projects, partition: 0, offset: 6n });
      expect(await untilHalted(consumption)).toContain(`partition 0 of ${projects} is 0, but the broker holds 6 to 10`);
      expect(recorder.batches).toEqual([]);
    });
  });
}
