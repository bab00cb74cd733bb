import { eventAges } from './event-ages.ts';

const happened = Date.parse('2026-01-05T12:00:00.000Z');
const partition = { topic: 'NO-03.rcn.berths', partition: 0 };
const event = JSON.stringify({ specversion: '1.0', time: '2026-01-05T12:00:00.000Z', data: { time: '1999-01-01T00:00:00.000Z' } });
const batchOf = (text: string) => ({ ...partition, messages: [{ offset: 0n, key: 'a', value: Buffer.from(text), headers: {} }] });

function watchedAges() {
  const world = { nowMs: happened, applied: [] as number[] };
  return {
    world,
    ages: eventAges(
      () => world.nowMs,
      (seconds) => world.applied.push(seconds),
    ),
  };
}

test('an event in hand grows old until it is applied, and then its age is told', async () => {
  const { world, ages } = watchedAges();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const handled = ages.watched(() => promise)(batchOf(event));
  world.nowMs += 7_000;
  expect(ages.oldestSeconds([partition])).toBe(7);
  resolve(undefined);
  await handled;
  expect([ages.oldestSeconds([partition]), world.applied]).toEqual([0, [7]]);
});

test('an event that is rejected stays in hand until it comes again and is applied', async () => {
  const { world, ages } = watchedAges();
  let isDown = true;
  const handle = ages.watched(async () => {
    if (isDown) throw new Error('the database does not answer');
  });
  await expect(handle(batchOf(event))).rejects.toThrow('does not answer');
  world.nowMs += 3_000;
  expect([ages.oldestSeconds([partition]), world.applied]).toEqual([3, []]);
  isDown = false;
  await handle(batchOf(event));
  expect([ages.oldestSeconds([partition]), world.applied]).toEqual([0, [3]]);
});

test('what another instance reads by now is old there, and no clock that is ahead makes an event younger than new', async () => {
  const { world, ages } = watchedAges();
  await ages
    .watched(() => Promise.reject(new Error('away')))(batchOf(event))
    .catch(() => undefined);
  world.nowMs += 3_000;
  expect(ages.oldestSeconds([{ ...partition, partition: 1 }])).toBe(0);
  world.nowMs -= 60_000;
  expect(ages.oldestSeconds([partition])).toBe(0);
});

test('what is no event is handled all the same, and has no age', async () => {
  const { world, ages } = watchedAges();
  const handled: string[] = [];
  const handle = ages.watched(async ({ messages }) => void handled.push(...messages.map(({ key }) => key)));
  for (const text of ['nonsense', '{"time":"yesterday"}']) await handle(batchOf(text));
  expect([handled, world.applied]).toEqual([['a', 'a'], []]);
});
