import { isOpen } from './open-call.ts';

const call = { status: 'published', opensAt: '2026-01-05T00:00:00.000Z', closesAt: '2026-02-05T00:00:00.000Z' } as const;

test('a call takes applications from the moment on at which it opens, until the one at which it closes, which is too late', () => {
  const at = (moment: string, part = {}) => isOpen({ ...call, ...part }, Date.parse(moment));
  expect([at('2026-01-04T23:59:59.999Z'), at(call.opensAt), at('2026-02-04T23:59:59.999Z'), at(call.closesAt)]).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(at(call.opensAt, { status: 'closed' })).toBe(false);
});
