import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Exemption } from './exemption.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/exemption.applied.v1.json'));

goldenEventsFold(Exemption, golden, {
  granted: {
    events: ['applied.v1', 'committee-appointed.v1', 'conflict-declared.v1', 'member-replaced.v1', 'investigated.v1', 'decided.v1'],
    ends: { status: 'granted', project: 'CN-331082.kjj.2024-009' },
  },
});
