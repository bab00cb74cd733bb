import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Showcase } from './showcase.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/showcase.nominated.v1.json'));

goldenEventsFold(Showcase, golden, {
  withdrawn: {
    events: ['nominated.v1', 'selected.v1', 'published.v1', 'withdrawn.v1'],
    ends: { status: 'withdrawn', project: 'CN-331082.kjj.2023-004' },
  },
  declined: { events: ['nominated.v1', 'declined.v1'], ends: { status: 'declined' } },
});
