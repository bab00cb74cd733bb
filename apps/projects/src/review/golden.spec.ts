import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { assessment, conflictDeclared, conflictFound } from './example.fixture.ts';
import { Review } from './review.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/review.invited.v1.json'));
const scored = ['invited.v1', 'accepted.v1', 'scored.v1'];

goldenEventsFold(Review, golden, {
  scored: { events: [...scored, 'returned.v1', 'scored.v1'], ends: { status: 'scored', assessment } },
  declared: {
    events: [...scored, 'conflict-declared.v1'],
    ends: { status: 'recused', conflict: { ...conflictDeclared.data, saidBy: 'expert' } },
  },
  found: {
    events: ['invited.v1', 'conflict-found.v1'],
    ends: { status: 'recused', conflict: { ...conflictFound.data, saidBy: 'agency' } },
  },
  declined: { events: ['invited.v1', 'declined.v1'], ends: { status: 'declined' } },
  withdrawn: { events: ['invited.v1', 'accepted.v1', 'withdrawn.v1'], ends: { status: 'withdrawn' } },
  lapsed: { events: ['invited.v1', 'lapsed.v1'], ends: { status: 'lapsed' } },
});
