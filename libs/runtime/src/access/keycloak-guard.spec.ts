import { type Role, roles } from '@xietong/kernel';
import type { Request, Response } from 'express';
import { keycloakGuard } from './keycloak-guard.ts';
import type { Verified } from './principal.ts';

const guard = keycloakGuard({ issuer: 'http://127.0.0.1:1/realms/xietong', clientId: 'xietong-harbour' });
const holder = (actorRoles: readonly Role[], realmRoles: readonly string[] = actorRoles): Verified => ({
  actor: { id: 'a', kind: 'person', roles: actorRoles },
  realmRoles,
  expiresAt: 0,
});
const passes = (allowed: readonly Role[], verified: Verified) => guard(allowed)(verified, {} as Request, {} as Response);

test('each role passes where it is allowed and nowhere else', () => {
  for (const held of roles) {
    for (const allowed of roles) expect([held, allowed, passes([allowed], holder([held]))]).toEqual([held, allowed, held === allowed]);
  }
});

test('one of several roles is enough', () => {
  expect(passes(['officer', 'director'], holder(['director']))).toBe(true);
});

test('nobody passes without a role', () => {
  expect(passes(roles, holder([]))).toBe(false);
});

test('a token whose two statements of its roles differ holds only what is in both', () => {
  expect(passes(['officer'], holder(['officer'], ['analyst']))).toBe(false);
  expect(passes(['officer'], holder(['analyst'], ['officer']))).toBe(false);
});

test('a refusal writes nothing to the response', () => {
  const untouched = new Proxy({} as Response, {
    get: () => {
      throw new Error('the guard touched the response');
    },
  });
  expect(guard(['officer'])(holder(['analyst']), {} as Request, untouched)).toBe(false);
});
