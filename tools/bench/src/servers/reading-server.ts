// Both sides of ratio 6: one document read by the same route, behind the real verifier or behind one that believes everybody.
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { audienceOf } from '@xietong/kernel';
import { httpServer, httpService, memoryStore, verifier, type Verify } from '@xietong/runtime/parts';
import { pino } from 'pino';
import { answerDriver } from './measured-process.ts';
import { bodyOf, records } from './record-service.ts';

const actor = { id: 'anybody', kind: 'person', roles: ['officer'], agency: 'NO-03/rcn' } as const;
const believing: Verify = async () => ({
  kind: 'verified',
  verified: { actor, realmRoles: ['officer'], expiresAt: Number.MAX_SAFE_INTEGER },
});

const log = pino({ level: 'silent' });
const strict = verifier({
  issuer: process.env['XIETONG_OIDC_ISSUER'] ?? '',
  audience: 'xietong-records',
  pseudonymKey: 'k'.repeat(32),
  log,
});

const store = memoryStore();
const collection = await store.collection('records', { keys: ['serial'], tags: [] });
const state = { owner: 'NO-03/rcn', body: bodyOf(1) };
await collection.write([
  {
    id: 'one',
    expected: 0,
    version: 1,
    agency: 'NO-03/rcn',
    state,
    audience: audienceOf(actor),
    keys: {},
    tags: {},
    head: '',
    events: [],
    receipts: [{ key: 'k', payload: 'p', version: 1 }],
    now: '2026-01-01T00:00:00.000Z',
  },
]);

const app = httpService({
  service: records,
  collections: new Map([['records', collection]]),
  journal: store.journal,
  commands: { run: async () => ({ kind: 'absent' }) },
  answers: {},
  agencies: [{ ref: 'NO-03/rcn' }],
  now: () => '2026-01-01T00:00:00.000Z',
  newId: randomUUID,
  verify: process.env['BENCH_VERIFIES'] === 'yes' ? strict : believing,
  log,
  readiness: async () => ({ ready: true, checks: {} }),
  metrics: async () => '',
});
const server = httpServer(app).listen(0, '127.0.0.1', () => {
  answerDriver((server.address() as AddressInfo).port, async () => void server.closeAllConnections());
});
