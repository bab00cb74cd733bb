import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Alliance } from './alliance.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/alliance.founded.v1.json'));
const ruled = ['founded.v1', 'sharing-rule-agreed.v1'];
const disputed = [...ruled, 'period-stated.v1', 'statement-disputed.v1', 'statement-corrected.v1'];

goldenEventsFold(Alliance, golden, {
  final: {
    events: [...disputed, 'statement-confirmed.v1', 'statement-finalised.v1', 'member-joined.v1'],
    ends: { status: 'active', kind: 'enclave' },
  },
  dissolved: { events: [...ruled, 'member-left.v1', 'dissolved.v1'], ends: { status: 'dissolved' } },
});
