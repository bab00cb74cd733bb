import type { Verified } from './principal.ts';
import { tokenCache } from './token-cache.ts';

const verified = (expiresAt: number): Verified => ({ actor: { id: 'a', kind: 'person', roles: [] }, realmRoles: [], expiresAt });

test('a token is remembered until it expires', () => {
  let nowMs = 0;
  const cache = tokenCache(() => nowMs);
  cache.keep('t', verified(60));
  nowMs = 59_999;
  expect(cache.find('t')).toBeDefined();
  nowMs = 60_000;
  expect(cache.find('t')).toBeUndefined();
});

test('a token is remembered for five minutes at most', () => {
  let nowMs = 0;
  const cache = tokenCache(() => nowMs);
  cache.keep('t', verified(86_400));
  nowMs = 300_000;
  expect(cache.find('t')).toBeUndefined();
});

test('the oldest is forgotten when there are too many', () => {
  const cache = tokenCache(() => 0, 2);
  for (const token of ['first', 'second', 'third']) cache.keep(token, verified(60));
  expect([cache.find('first'), cache.find('second'), cache.find('third')].map((found) => found !== undefined)).toEqual([false, true, true]);
});

test('a token that ends like a known one is another token', () => {
  const cache = tokenCache(() => 0);
  const signature = 's'.repeat(342);
  cache.keep(`header.officer.${signature}`, verified(60));
  expect(cache.find(`header.director.${signature}`)).toBeUndefined();
});
