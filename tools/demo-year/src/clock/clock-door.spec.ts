import type { Instant } from '@xietong/domain';
import { openClockDoor } from './clock-door.ts';
import { type ClockSetting, standingAt } from './clock-setting.ts';

const setting = standingAt('2022-03-01T01:00:00.000Z' as Instant);

async function withDoor(
  work: (put: (secret: string, body: unknown) => Promise<Response>, secret: string) => Promise<void>,
): Promise<ClockSetting[]> {
  const set: ClockSetting[] = [];
  const { door, close } = await openClockDoor(async (next) => set.push(next));
  const put = (secret: string, body: unknown) =>
    fetch(door.url, { method: 'PUT', headers: { authorization: `Bearer ${secret}` }, body: JSON.stringify(body) });
  await work(put, door.secret).finally(close);
  return set;
}

test('who has the secret sets the clock, and hears how many deadlines were struck', async () => {
  const set = await withDoor(async (put, secret) => {
    const response = await put(secret, setting);
    expect([response.status, await response.json()]).toEqual([200, { struck: 1 }]);
  });
  expect(set).toEqual([setting]);
});

test('who has another secret, or sends no setting, moves nothing', async () => {
  const set = await withDoor(async (put, secret) => {
    expect((await put(`${secret}x`, setting)).status).toBe(401);
    expect((await put('', setting)).status).toBe(401);
    expect((await put(secret, { kind: 'standing', at: 'tomorrow' })).status).toBe(400);
  });
  expect(set).toEqual([]);
});
