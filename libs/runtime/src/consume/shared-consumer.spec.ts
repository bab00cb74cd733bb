import type { Batch } from '../bus/bus.ts';
import { sharedConsumer } from './shared-consumer.ts';

const reader = { context: 'projects', identity: 'store-1', rest: async () => undefined };
const batchOf = (topic: string): Batch => ({ topic, partition: 0, messages: [] });

/** Two followers with topics of their own, and what each was handed. */
function following() {
  const handed: string[] = [];
  const follower = (name: string, topics: RegExp, fault?: Error) => ({
    name,
    topics,
    async handle({ topic }: Batch) {
      handed.push(`${name} ${topic}`);
      if (fault) throw fault;
    },
  });
  return { handed, follower };
}

test('each follower is handed what is of its topics, in one consumer at the broker', async () => {
  const { handed, follower } = following();
  const [consumer, ...others] = sharedConsumer(
    [follower('experts', /^[^.]+\.[^.]+\.talent$/), follower('own', /^NO-03\.rcn\.(projects|talent)$/)],
    reader,
  );
  expect(others).toEqual([]);
  for (const topic of ['NO-03.rcn.talent', 'CN-331082.kjj.talent', 'NO-03.rcn.projects']) {
    expect(consumer?.topics.test(topic)).toBe(true);
    await consumer?.handle(batchOf(topic));
  }
  expect(consumer?.topics.test('CN-331082.kjj.projects')).toBe(false);
  expect(handed).toEqual(['experts NO-03.rcn.talent', 'own NO-03.rcn.talent', 'experts CN-331082.kjj.talent', 'own NO-03.rcn.projects']);
});

test('where one of them fails the batch is not taken, so that it comes again', async () => {
  const { handed, follower } = following();
  const [consumer] = sharedConsumer(
    [follower('one', /x/), follower('two', /x/, new Error('the database is away')), follower('three', /x/)],
    reader,
  );
  await expect(consumer?.handle(batchOf('x'))).rejects.toThrow('the database is away');
  expect(handed).toEqual(['one x', 'two x']);
});

test('the reading rests after each batch, so that what comes meanwhile is read together; after a fault the bus itself waits', async () => {
  const { handed, follower } = following();
  const rest = async () => void handed.push('rest');
  const failing = follower('two', /^bad$/, new Error('the database is away'));
  const [consumer] = sharedConsumer([follower('one', /x/), failing], { ...reader, rest });
  await consumer?.handle(batchOf('x'));
  await consumer?.handle(batchOf('bad')).catch(() => undefined);
  expect(handed).toEqual(['one x', 'rest', 'two bad']);
});

test('what a service has read is remembered for these followers and this store, and for no others', () => {
  const { follower } = following();
  const groupOf = (names: string[], identity = 'store-1') =>
    sharedConsumer(
      names.map((name) => follower(name, /x/)),
      { ...reader, identity },
    )[0]?.group;
  expect(groupOf(['a', 'b'])).toMatch(/^projects\.events\.[0-9a-f]{8}\.store-1$/);
  expect(groupOf(['b', 'a'])).toBe(groupOf(['a', 'b']));
  expect(new Set([groupOf(['a', 'b']), groupOf(['a']), groupOf(['a', 'b', 'c']), groupOf(['a', 'b'], 'store-2')]).size).toBe(4);
});

test('a service that follows nothing has no consumer', () => {
  expect(sharedConsumer([], reader)).toEqual([]);
});
