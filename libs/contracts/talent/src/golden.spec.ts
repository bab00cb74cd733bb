import { join } from 'node:path';
import { contractStaysReadable } from '@xietong/testing';
import { eventsOfTalent } from './index.ts';

contractStaysReadable('talent', eventsOfTalent, join(import.meta.dirname, '../golden'));
