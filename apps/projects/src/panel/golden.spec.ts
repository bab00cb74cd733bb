import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { Panel } from './panel.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/panel.shortlisted.v1.json'));

goldenEventsFold(Panel, golden, {
  decided: {
    events: ['shortlisted.v1'],
    ends: { area: 'smart-manufacturing', quota: 2 },
  },
});
