import type { Batch, Position } from './bus.ts';
import { messages, Recorder, until, untilHalted, untilRunning } from './bus-contract-fixture.ts';
import type { BusUnderTest } from './bus-contract-fixture.ts';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

/** What every bus promises, as tests of the one that `makeBus` makes; each test gets one of its own. */
export function busContract(name: string, makeBus: () => Promise<BusUnderTest>): void {
  describe(`the bus ${name}`, () => {
    let under: BusUnderTest;
    let projects: string;
    let pattern: RegExp;
    let group: string;
    let recorder: Recorder;

    beforeEach(async () => {
      under = await makeBus();
      projects = `NO-03.rcn.${under.name}`;
      pattern = new RegExp(`^NO-03\\.[a-z]+\\.${under.name}$`);
      group = `reporting.${under.name}`;
      recorder = new Recorder();
    });
    afterEach(() => under.close());

    const consume = async (positions?: readonly Position[], by = recorder) => {
      const own = positions && { positions: () => Promise.resolve(positions) };
      return under.bus.consume({ group, topics: pattern, handle: by.handle, ...own });
    };
    const publish = (topic: string, key: string, values: readonly string[]) => under.bus.publish(messages(topic, key, values));

    describe('order', () => {
      it('keeps the order of a key over many publications, and a key in one partition', async () => {
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
        await under.createTopic(projects, 3);
        await consume();
        await Promise.all(numbers(1, 200).map((value) => publish(projects, 'a', [value])));
        await recorder.untilCount(200);
        expect(recorder.values()).toEqual(numbers(1, 200));
      });

      it('hands over byte for byte what was published, headers included', async () => {
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

    describe('own positions', () => {
      it('starts exactly there, ignores what the broker remembers of the group, and begins unknown partitions at their beginning', async () => {
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
        await under.createTopic(projects, 1);
        await publish(projects, 'a', numbers(1, 5));
        await untilRunning(await consume([{ topic: projects, partition: 0, offset: 5n }]));
        await publish(projects, 'a', ['6']);
        await recorder.untilCount(1);
        expect(recorder.messages().map(({ offset, value }) => [offset, value.toString()])).toEqual([[5n, '6']]);
      });

      it('lets each of two consumers of one name read everything', async () => {
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
        await under.createTopic(projects, 1);
        await publish(projects, 'a', numbers(1, 10));
        await under.deleteBefore({ topic: projects, partition: 0, offset: 4n });
        const reason = await untilHalted(await consume([{ topic: projects, ...position }]));
        expect(recorder.batches).toEqual([]);
        return reason;
      };

      it('halts the consumer when the next message was deleted, and says what is held and what to do', async () => {
        const reason = await halts({ partition: 0, offset: 3n });
        expect(reason).toContain(`partition 0 of ${projects} is 3, but the broker holds 4 to 10`);
        expect(reason).toContain('then restart');
      });

      it('halts the consumer when the topic is shorter than what was read', async () => {
        expect(await halts({ partition: 0, offset: 11n })).toContain(`partition 0 of ${projects} is 11, but the broker holds 4 to 10`);
      });

      it('halts the consumer when the partition does not exist', async () => {
        expect(await halts({ partition: 7, offset: 0n })).toContain(
          `partition 7 of ${projects} is 0, but the broker has no such partition`,
        );
      });

      it('halts a group whose remembered position was overtaken by retention', async () => {
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

    describe('topics', () => {
      it('notices a matching topic that is made later, and leaves others alone', async () => {
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
        await untilRunning(await consume([]));
        await under.createTopic(projects, 1);
        await publish(projects, 'a', ['1']);
        await recorder.untilCount(1);
      });

      it('takes a pattern with the global flag', async () => {
        await under.createTopic(projects, 1);
        pattern = new RegExp(pattern.source, 'g');
        expect([pattern.test(projects), pattern.lastIndex > 0]).toEqual([true, true]);
        await consume([]);
        await publish(projects, 'a', ['1']);
        await recorder.untilCount(1);
      });
    });

    describe('publication', () => {
      it('rejects where a topic does not exist, and takes the next publication as if nothing had been', async () => {
        await under.createTopic(projects, 1);
        await expect(publish(`NO-03.rcn.${under.name}-absent`, 'a', ['1'])).rejects.toThrow(`NO-03.rcn.${under.name}-absent`);
        await publish(projects, 'a', ['2']);
        await consume();
        await recorder.untilCount(1);
        expect(recorder.values()).toEqual(['2']);
      });

      it('takes no messages at all', async () => {
        await expect(under.bus.publish([])).resolves.toBeUndefined();
      });
    });

    describe('stopping', () => {
      it('waits for the batch in hand, remembers it, and hands over nothing more', async () => {
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
        await under.createTopic(projects, 1);
        const consumption = await consume();
        await Promise.all([consumption.stop(), consumption.stop()]);
        await consumption.stop();
        expect(consumption.health()).toEqual({ state: 'stopped' });
      });
    });

    describe('lag', () => {
      const lag = (consumption: Awaited<ReturnType<typeof consume>>) =>
        consumption.lag().map(({ topic, partition, messages }) => [topic, partition, messages]);

      it('counts what still waits of each partition, and is nothing once everything is handled', async () => {
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
      await expect(under.bus.ping()).resolves.toBeUndefined();
    });

    it('ends its consumers when it closes', async () => {
      await under.createTopic(projects, 1);
      const consumption = await consume();
      await under.bus.close();
      expect(consumption.health()).toEqual({ state: 'stopped' });
    });
  });
}
