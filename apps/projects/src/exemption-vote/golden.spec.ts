import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { goldenEventsFold } from '@xietong/testing';
import { ExemptionVote } from './exemption-vote.ts';

const golden = dirname(createRequire(import.meta.url).resolve('@xietong/contracts-projects/golden/exemption-vote.cast.v1.json'));

goldenEventsFold(ExemptionVote, golden, { cast: { events: ['cast.v1'], ends: { status: 'cast', inFavour: true } } });
