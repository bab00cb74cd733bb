import { notHalted, reading, readinessOf } from './readiness.ts';

const up = async (): Promise<void> => undefined;
const away = (): Promise<never> => Promise.reject(new Error('no answer within 1000 ms'));

test('requests may come when everything needed is up', async () => {
  expect(await readinessOf({ mongo: up }, { kafka: up })).toEqual({ ready: true, checks: { kafka: 'up', mongo: 'up' } });
});

test('requests must not come while something needed is away, and it is named', async () => {
  expect(await readinessOf({ mongo: away, 'consumer facts': up }, {})).toEqual({
    ready: false,
    checks: { mongo: 'no answer within 1000 ms', 'consumer facts': 'up' },
  });
});

test('commands may come while the broker is away, since events wait in their outboxes; whoever looks is told', async () => {
  expect(await readinessOf({ mongo: up }, { kafka: away })).toEqual({
    ready: true,
    checks: { kafka: 'no answer within 1000 ms', mongo: 'up' },
  });
});

test('a service that writes goes on while its consumers wait for the broker, and not when one was halted', async () => {
  const withConsumer = (health: Parameters<typeof reading>[0]['health']) =>
    readinessOf({ mongo: up, 'consumer pilots': notHalted({ health }) }, { kafka: away, 'consumer pilots': reading({ health }) });
  expect(await withConsumer(() => ({ state: 'starting' }))).toMatchObject({ ready: true, checks: { 'consumer pilots': 'starting' } });
  expect(await withConsumer(() => ({ state: 'halted', reason: 'its position is lost' }))).toMatchObject({
    ready: false,
    checks: { 'consumer pilots': 'halted: its position is lost' },
  });
});

test('a consumer that does not read is not up, and one that was halted says why', async () => {
  const consumption = (health: Parameters<typeof reading>[0]['health']) => reading({ health });
  await expect(consumption(() => ({ state: 'running' }))()).resolves.toBeUndefined();
  await expect(consumption(() => ({ state: 'starting' }))()).rejects.toThrow('starting');
  await expect(consumption(() => ({ state: 'halted', reason: 'its position is lost' }))()).rejects.toThrow('halted: its position is lost');
});
