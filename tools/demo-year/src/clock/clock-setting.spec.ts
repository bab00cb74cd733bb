import type { Instant } from '@xietong/domain';
import { runningFrom, shownBy, standingAt } from './clock-setting.ts';

const at = '2022-03-01T01:00:00.000Z' as Instant;
const machine = Date.parse('2026-11-29T14:00:00.000Z');

test('a standing clock shows its moment, however much time goes by', () => {
  expect(shownBy(standingAt(at), machine)).toBe(at);
  expect(shownBy(standingAt(at), machine + 3_600_000)).toBe(at);
});

test('a running clock goes as fast as the machine, from where it was let go', () => {
  const setting = runningFrom(at, machine);
  expect(shownBy(setting, machine)).toBe(at);
  expect(shownBy(setting, machine + 90_000)).toBe('2022-03-01T01:01:30.000Z');
});
