import { isOpenToObjections } from './publicised.ts';

test('one can object while the publicity lasts, not from its last moment on, and not to what is approved', () => {
  const endsAt = '2026-03-17T16:00:00.000Z';
  const end = Date.parse(endsAt);
  expect(isOpenToObjections({ status: 'publicised', endsAt }, end - 1)).toBe(true);
  expect(isOpenToObjections({ status: 'publicised', endsAt }, end)).toBe(false);
  expect(isOpenToObjections({ status: 'approved', endsAt }, end - 1)).toBe(false);
});
