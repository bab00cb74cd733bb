import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Expert } from './expert.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-talent/golden/expert.registered.v1.json'));

goldenEventsFold(Expert, golden, {
  renewed: {
    events: ['registered.v1', 'rejected.v1', 'profile-changed.v1', 'verified.v1', 'lapsed.v1', 'renewed.v1'],
    ends: { status: 'verified', number: 'E-017', validUntil: '2030-03-31T16:00:00.000Z' },
  },
  reinstated: { events: ['registered.v1', 'verified.v1', 'suspended.v1', 'reinstated.v1'], ends: { status: 'verified' } },
});
